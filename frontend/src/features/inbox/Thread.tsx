"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Line } from "@/api/contract";
import { sentence } from "@/api/problem";
import { EmptyState } from "@/components/EmptyState";
import { useKeys } from "@/components/useKeys";
import { useDesk } from "@/features/shell/Desk";
import { Composer } from "./Composer";
import { Log } from "./Log";
import { ThreadSkeleton } from "./Skeletons";
import { ThreadHead } from "./ThreadHead";
import { useDraft } from "./useDraft";
import { useThread } from "./useThread";
import { WhoHasIt } from "./WhoHasIt";

type Props = {
  id: string;
  /** Phones show a way back to the list. */
  onBack?: () => void;
  /** Stands in the head beside the name. */
  aside?: ReactNode;
  /** Counts presses of Enter in the list: each moves the focus into the box. */
  focusAsked?: number;
};

/** One conversation: its lines, who has it, and the box for the owner's own words. Give it `key={id}`. */
export function Thread({ id, onBack, aside, focusAsked = 0 }: Props) {
  const { cockpit, offline } = useDesk();
  const thread = useThread(id);
  const [draft, setDraft] = useDraft(id);
  const box = useRef<HTMLTextAreaElement>(null);
  const { conversation, error, busy } = thread;
  const disabled = offline || !conversation;
  const locked = disabled || busy;
  const mine = conversation?.taken_over ?? false;

  const turn = () => !locked && thread.step(mine ? "give-back" : "take-over");
  useKeys({ t: turn, e: () => !locked && thread.step("done") });
  useEffect(() => {
    if (focusAsked > 0) box.current?.focus();
  }, [focusAsked]);

  async function send() {
    const text = draft.trim();
    setDraft("");
    if (!(await thread.write(text))) setDraft(text);
    box.current?.focus();
  }
  async function undo(line: Line) {
    const text = await thread.undo(line);
    if (text === null) return;
    setDraft(text);
    box.current?.focus();
  }

  const parts = { busy, disabled };
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <ThreadHead
        {...parts}
        aside={aside}
        head={conversation?.head}
        onBack={onBack}
        onDone={() => thread.step("done")}
      />
      {!conversation && (error ? <EmptyState>{sentence(error)}</EmptyState> : <ThreadSkeleton />)}
      {conversation && (
        <>
          <Log
            assistant={cockpit?.assistant ?? "LINDA"}
            disabled={offline}
            label={`Messages with ${conversation.head.who}`}
            lines={conversation.lines}
            onRetry={thread.retry}
            onUndo={undo}
          />
          <WhoHasIt {...parts} conversation={conversation} onTurn={turn} today={cockpit?.today.date ?? ""} />
        </>
      )}
      {conversation?.can_text === false && (
        <p className="border-line border-t p-4 text-center text-muted">{conversation.can_text_why}</p>
      )}
      {conversation?.can_text && (
        <Composer
          box={box}
          disabled={locked}
          draft={draft}
          label={`Text ${conversation.head.who} as ${cockpit?.owner ?? "yourself"}`}
          onDraft={setDraft}
          onSend={send}
        />
      )}
    </div>
  );
}
