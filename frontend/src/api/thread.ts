import { useEffect, useRef } from "react";
import useSWR from "swr";
import { desk } from "./calls";
import type { Conversation, Line } from "./contract";
import type { Problem } from "./problem";

const settled = (line: Line) => line.status === "sent";

/** What tells lines apart; a reply and the notes about it share one `seq`. */
export function lineKey(line: Line): string {
  return line.message_id ? `${line.message_id} ${line.kind}` : `${line.seq} ${line.kind} ${line.text}`;
}

/** The lines known so far with newer ones over them, in order. */
export function joined(known: readonly Line[], newer: readonly Line[]): Line[] {
  const lines = new Map(known.map((line) => [lineKey(line), line]));
  for (const line of newer) lines.set(lineKey(line), line);
  return [...lines.values()].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || one.seq - other.seq,
  );
}

/**
 * An open conversation, asked for every 3 s and only from where we are.
 *
 * Lines that were not settled are dropped before joining, because the server repeats them until they are: one that is
 * no longer repeated was taken back.
 */
export function useConversation(id: string | null) {
  const known = useRef<Conversation | null>(null);
  const answer = useSWR<Conversation, Problem>(
    id ? ["conversation", id] : null,
    async () => {
      const before = known.current?.head.id === id ? known.current : null;
      const sent = before?.lines.filter(settled) ?? [];
      const open = before?.lines.filter((line) => !settled(line)).map((line) => line.seq) ?? [];
      const after = Math.min(before?.cursor ?? 0, ...open.map((seq) => seq - 1));
      const next = await desk.conversation(id ?? "", Math.max(0, after));
      return { ...next, lines: joined(sent, next.lines) };
    },
    { refreshInterval: 3000, refreshWhenHidden: false, keepPreviousData: false },
  );
  const { data } = answer;
  useEffect(() => {
    if (data) known.current = data;
  }, [data]);
  return answer;
}
