"use client";

import { useEffect, useRef } from "react";
import type { SimText } from "@/api/contract";
import { clock } from "@/format/time";
import { OWN, THEIRS } from "./bubbles";
import { Tappable } from "./Tappable";
import type { Outgoing } from "./useTexting";

const FAILED = { blocked: "Blocked by the carrier", rejected: "Not accepted by Twilio" } as const;

function Note({ text }: { text: SimText }) {
  const isOwn = text.author === "person";
  const failed = text.status === "delivered" ? null : FAILED[text.status];
  const segments = text.segments > 1 ? `, ${text.segments} segments` : "";
  return (
    <p className={`px-1 text-xs ${isOwn ? "text-right" : ""} ${failed ? "text-error" : "text-muted"}`}>
      {failed ? `${failed}, ` : ""}
      {clock(text.at)}
      {segments}
    </p>
  );
}

function One({ text }: { text: SimText }) {
  if (text.author === "carrier") return <p className="px-6 text-center text-muted text-sm">{text.body}</p>;
  return (
    <div className="grid gap-0.5">
      <p className={text.author === "person" ? OWN : THEIRS}>
        <Tappable text={text.body} />
      </p>
      <Note text={text} />
    </div>
  );
}

/** Dots while an answer is waited for. */
export function Typing() {
  return (
    <p className={`${THEIRS} flex gap-1 py-3.5`}>
      <span className="sr-only">Waiting for the answer</span>
      {["", "[animation-delay:150ms]", "[animation-delay:300ms]"].map((delay) => (
        <span aria-hidden className={`size-1.5 animate-pulse rounded-full bg-muted ${delay}`} key={delay} />
      ))}
    </p>
  );
}

type Props = { label: string; texts: SimText[]; unseen: Outgoing[]; isBusy: boolean; empty: string };

/** The texts on one phone, the newest in view. */
export function Texts({ label, texts, unseen, isBusy, empty }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const length = texts.length + unseen.length + (isBusy ? 1 : 0);
  useEffect(() => {
    if (length > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [length]);
  return (
    <div
      aria-label={label}
      className="grid min-h-0 flex-1 content-start gap-2.5 overflow-y-auto overscroll-contain p-4"
      ref={log}
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      {length === 0 && <p className="px-4 py-8 text-center text-muted">{empty}</p>}
      {texts.map((text) => (
        <One key={`${text.sid}${text.author}`} text={text} />
      ))}
      {unseen.map(({ key, text }) => (
        <p className={OWN} key={key}>
          {text}
        </p>
      ))}
      {isBusy && <Typing />}
    </div>
  );
}
