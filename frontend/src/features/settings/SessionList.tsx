"use client";

import { session as calls } from "@/api/calls";
import type { SessionRow } from "@/api/contract";
import { useSessions } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toast";
import { useSignOut } from "@/features/shell/useSignOut";
import { clock, monthDay } from "@/format/time";

const moment = (time: string) => `${monthDay(time)}, ${clock(time)}`;

function Row({ row, onEnd }: { row: SessionRow; onEnd: () => void }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="grid min-w-0 flex-1 basis-48">
        <span className="flex flex-wrap items-center gap-x-2 font-medium">
          {row.device}
          {row.current && <Chip tone="mode">This browser</Chip>}
        </span>
        <span className="text-muted text-sm">
          Seen {moment(row.last_seen_at)}. Signed in {moment(row.created_at)}.
        </span>
      </div>
      <Button onClick={onEnd}>
        {row.current ? "Sign out" : "End"}
        {!row.current && <span className="sr-only"> the session of {row.device}</span>}
      </Button>
    </li>
  );
}

/** Where the owner is signed in. */
export function SessionList() {
  const { data, error, mutate } = useSessions();
  const toast = useToast();
  const signOut = useSignOut();

  async function end(row: SessionRow) {
    try {
      await calls.end(row.id);
      toast({ says: `Ended: ${row.device}.` });
    } catch (problem) {
      toast({ says: sentence(problem) });
    }
    await mutate();
  }

  if (!data) return error ? <Banner>{error.message}</Banner> : <Skeleton className="h-28" />;
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">Where you are signed in</h3>
      <ul className="grid divide-y divide-line">
        {data.sessions.map((row) => (
          <Row key={row.id} onEnd={() => (row.current ? signOut() : end(row))} row={row} />
        ))}
      </ul>
    </div>
  );
}
