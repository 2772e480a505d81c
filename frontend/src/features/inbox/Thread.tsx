"use client";

import { ArrowLeft, Check, Hand, Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Line } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { useKeys } from "@/components/useKeys";
import { useDesk } from "@/features/shell/Desk";
import { clockOrDay } from "@/format/time";
import { Composer } from "./Composer";
import { Log } from "./Log";
import { useThread } from "./useThread";

// Words not sent yet, by conversation, while the page is open.
const drafts = new Map<string, string>();

function useDraft(id: string): [string, (draft: string) => void] {
  const [draft, setDraft] = useState(drafts.get(id) ?? "");
  return [
    draft,
    (next) => {
      drafts.set(id, next);
      setDraft(next);
    },
  ];
}

function ThreadSkeleton() {
  return (
    <div aria-busy="true" className="grid flex-1 content-start gap-4 p-4">
      <Skeleton className="h-12 w-3/5 rounded-2xl" />
      <Skeleton className="ml-auto h-20 w-3/4 rounded-2xl" />
      <Skeleton className="h-12 w-2/5 rounded-2xl" />
    </div>
  );
}

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
  const locked = offline || busy || !conversation;
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

  if (error && !conversation) return <EmptyState>{sentence(error)}</EmptyState>;
  const head = conversation?.head;
  const until = conversation?.taken_over_until;
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-col">
      <header className="flex min-h-16 items-center gap-2 border-line border-b px-3 py-2">
        {onBack && (
          <button
            aria-label="Back to the conversations"
            className="grid size-11 shrink-0 place-content-center rounded-xl hover:bg-sunken"
            onClick={onBack}
            type="button"
          >
            <ArrowLeft aria-hidden size={20} />
          </button>
        )}
        <div className="min-w-0 flex-1 px-1">
          <h2 className="truncate font-semibold">{head?.who ?? " "}</h2>
          <p className="truncate text-muted text-sm">
            {[head?.phone_display, head?.topic].filter((part) => part && part !== head?.who).join(", ")}
          </p>
        </div>
        {aside}
        {head?.status !== "done" && (
          <Button
            aria-keyshortcuts="e"
            aria-label="Done"
            className="shrink-0 px-3"
            busy={busy}
            disabled={offline || !conversation}
            onClick={() => thread.step("done")}
          >
            <Check aria-hidden size={18} />
          </Button>
        )}
      </header>
      {conversation ? (
        <Log
          assistant={cockpit?.assistant ?? "LINDA"}
          disabled={offline}
          label={`Messages with ${conversation.head.who}`}
          lines={conversation.lines}
          onRetry={thread.retry}
          onUndo={undo}
        />
      ) : (
        <ThreadSkeleton />
      )}
      {conversation && (
        <div className="flex items-center justify-between gap-3 border-line border-t py-1.5 pr-3 pl-5 text-muted text-sm">
          <p>
            {mine
              ? `You have this one${until ? ` until ${clockOrDay(until, cockpit?.today.date ?? "")}` : ""}. LINDA is quiet here.`
              : "LINDA is answering this one."}
          </p>
          <Button
            aria-keyshortcuts="t"
            className="shrink-0"
            busy={busy}
            disabled={offline || !conversation}
            icon={mine ? <Undo2 aria-hidden size={16} /> : <Hand aria-hidden size={16} />}
            onClick={turn}
          >
            {mine ? "Give back" : "Take over"}
          </Button>
        </div>
      )}
      {conversation && !conversation.can_text ? (
        <p className="border-line border-t p-4 text-center text-muted">{conversation.can_text_why}</p>
      ) : (
        <Composer
          box={box}
          disabled={locked}
          draft={draft}
          label={head ? `Text ${head.who} as ${cockpit?.owner ?? "yourself"}` : "Text"}
          onDraft={setDraft}
          onSend={send}
        />
      )}
    </div>
  );
}
