"use client";

import { useState } from "react";
import { simulator } from "@/api/calls";
import type { InCall, OwnerDoes, SimCall } from "@/api/contract";
import { useSimulatedCalls } from "@/api/hooks";
import { sentence } from "@/api/problem";

/** What somebody does in a call that is not answered yet; "" while it rings. */
type Pending = { person: string; says: string };
type Failed = { person: string; says: string };

/** Calls the shop from the simulated phones and keeps each person's call. */
export function useCalling(refresh: () => Promise<unknown>) {
  const { data, mutate } = useSimulatedCalls();
  const [mine, setMine] = useState<Record<string, string | null>>({});
  const [pending, setPending] = useState<Pending | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const calls = data?.calls ?? [];

  /** The call on somebody's phone; one from before the page was loaded goes on. */
  function of(person: string): SimCall | null {
    const sid = mine[person];
    if (sid !== undefined) return calls.find((call) => call.sid === sid) ?? null;
    return calls.find(({ caller, is_over }) => caller === person && !is_over) ?? null;
  }

  async function step(person: string, says: string, ask: () => Promise<SimCall>) {
    setPending({ person, says });
    setFailed(null);
    try {
      const call = await ask();
      setMine((all) => ({ ...all, [person]: call.sid }));
      await mutate(
        (now) => now && { ...now, calls: [call, ...now.calls.filter(({ sid }) => sid !== call.sid)] },
        { revalidate: false },
      );
    } catch (problem) {
      setFailed({ person, says: sentence(problem) });
      await mutate();
    }
    setPending(null);
    await refresh();
  }

  async function setOwner(does: OwnerDoes, person: string) {
    setFailed(null);
    try {
      await simulator.owner(does);
    } catch (problem) {
      setFailed({ person, says: sentence(problem) });
    }
    await mutate();
  }

  return {
    ownerDoes: data?.owner_does ?? null,
    setOwner,
    of,
    pending: (person: string) => (pending?.person === person ? pending : null),
    failure: (person: string) => (failed?.person === person ? failed.says : ""),
    begin: (person: string, isHidden: boolean) =>
      step(person, "", () => simulator.call(isHidden ? null : person)),
    act: (person: string, call: SimCall, what: InCall) =>
      step(person, what.says ?? "", () => simulator.inCall(call.sid, what)),
    /** Puts a call that is over away. */
    putAway: (person: string) => setMine((all) => ({ ...all, [person]: null })),
  };
}
