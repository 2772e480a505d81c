"use client";

import { CircleX, Clock, RotateCw, Undo2 } from "lucide-react";
import type { Line } from "@/api/contract";
import { clock } from "@/format/time";
import { WhyReceipt } from "./WhyReceipt";

const SHAPES = {
  customer: "rounded-bl-sm border border-line bg-surface",
  linda: "rounded-br-sm bg-bubble",
  owner: "rounded-br-sm bg-mode text-white",
} as const;
const SMALL =
  "inline-flex min-h-11 items-center gap-1 rounded-lg px-2 font-medium text-ink underline underline-offset-4";

type Actions = { onUndo: (line: Line) => void; onRetry: (line: Line) => void; disabled: boolean };

function Fate({ line, onUndo, onRetry, disabled }: { line: Line } & Actions) {
  if (line.status === "sent") return null;
  if (line.status === "queued") {
    return (
      <span className="inline-flex items-center gap-1">
        <Clock aria-hidden size={13} /> Sending
      </span>
    );
  }
  const held = line.status === "held";
  // LINDA's word of a decision has no id here: its Undo is the one of the decision.
  const mine = line.message_id !== null;
  const Icon = held ? Undo2 : RotateCw;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-1">
      {held ? (
        mine ? (
          "Goes out in 5 s."
        ) : (
          "Goes out in a moment."
        )
      ) : (
        <span className="inline-flex items-center gap-1 text-error">
          <CircleX aria-hidden size={13} /> Not sent.
        </span>
      )}
      {mine && (
        <button
          className={SMALL}
          disabled={disabled}
          onClick={() => (held ? onUndo(line) : onRetry(line))}
          type="button"
        >
          <Icon aria-hidden size={13} />
          {held ? "Undo" : "Retry"}
        </button>
      )}
    </span>
  );
}

/** One line of a conversation with its time, and what can be done about it. */
export function Bubble({ line, assistant, ...actions }: { line: Line; assistant: string } & Actions) {
  if (line.kind === "note") {
    return (
      <p className="px-6 text-center text-muted text-sm">
        {line.text} <span className="whitespace-nowrap text-xs">{clock(line.at)}</span>
      </p>
    );
  }
  const ours = line.kind !== "customer";
  const who = { customer: "", linda: assistant, owner: "You" }[line.kind];
  return (
    <div className={`grid ${ours ? "justify-items-end pl-10" : "justify-items-start pr-10"}`}>
      <p
        className={`max-w-prose whitespace-pre-wrap rounded-2xl px-3.5 py-2.5 [overflow-wrap:anywhere] ${SHAPES[line.kind]}`}
      >
        {line.text}
      </p>
      <div
        className={`flex w-full flex-wrap items-center gap-x-2 text-muted text-xs ${ours ? "justify-end" : ""}`}
      >
        {line.why && (
          <div className="has-[[open]]:basis-full has-[[open]]:text-right">
            <WhyReceipt why={line.why} />
          </div>
        )}
        <span className="py-1">
          <span className={ours ? "" : "sr-only"}>{ours ? who : "Customer"} </span>
          {clock(line.at)}
          {line.channel === "voice" && " on the phone"}
        </span>
        <Fate line={line} {...actions} />
      </div>
    </div>
  );
}
