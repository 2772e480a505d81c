"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Cockpit } from "@/api/contract";
import { useCockpit } from "@/api/hooks";

type Desk = {
  /** The latest cockpit; undefined until the first answer. */
  cockpit: Cockpit | undefined;
  /** True while polls fail: show what we had, disable what writes. */
  offline: boolean;
  /** When the shown data arrived. */
  seenAt: Date | null;
  /** Asks again now, for example after a change. */
  refresh: () => Promise<unknown>;
};

const DeskContext = createContext<Desk | null>(null);

/** What every page of the desk knows: the cockpit, and whether LINDA can be reached. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk belongs inside the desk's shell");
  return desk;
}

/** A desk that the browser shows again from its memory may be that of somebody who has signed out since. */
function useFreshStart() {
  useEffect(() => {
    function look(event: PageTransitionEvent) {
      if (!event.persisted) return;
      // Until the new one is there, for as long as that takes, nobody reads the old one.
      document.body.hidden = true;
      window.location.reload();
    }
    window.addEventListener("pageshow", look);
    return () => window.removeEventListener("pageshow", look);
  }, []);
}

/** Polls the cockpit once for all pages of the desk. */
export function DeskProvider({ children }: { children: ReactNode }) {
  useFreshStart();
  const { data, error, isValidating, mutate } = useCockpit();
  const [seenAt, setSeenAt] = useState<Date | null>(null);
  const offline = error !== undefined && error.status !== 401;
  useEffect(() => {
    if (data && !isValidating && !offline) setSeenAt(new Date());
  }, [data, isValidating, offline]);
  const desk = useMemo(
    () => ({ cockpit: data, offline, seenAt, refresh: () => mutate() }),
    [data, offline, seenAt, mutate],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}
