"use client";

import { useState } from "react";
import { state as calls } from "@/api/calls";
import type { State, StateDocument } from "@/api/contract";
import { Problem, sentence } from "@/api/problem";
import { useToast } from "@/components/Toast";
import { useDesk } from "@/features/shell/Desk";

export type Wish = Partial<State>;

/** A change that came too late: what is in force now, and what the owner wanted. */
export type Conflict = { current: StateDocument; wish: Wish };

/** The change with what it keeps: `until` and `note` belong to the mode, and are cleared when they are left out. */
function completed(change: Wish, { mode, until, note }: State) {
  const isSameMode = change.mode === undefined || change.mode === mode;
  return isSameMode ? { mode, until, note, ...change } : { ...change, mode: change.mode ?? mode };
}

/**
 * Changes the owner's state under its version.
 *
 * The screen shows a change once the server has confirmed it. One that is stale becomes a Conflict, to be kept or put
 * in force over the newer state.
 */
export function useStateChange() {
  const { cockpit, refresh } = useDesk();
  const toast = useToast();
  const [wish, setWish] = useState<Wish | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  async function undo(version: number) {
    try {
      await calls.undo(version);
      toast({ says: "Back to what it was." });
    } catch (error) {
      toast({ says: sentence(error) });
    }
    await refresh();
  }

  async function put(change: Wish, on: StateDocument): Promise<boolean> {
    setWish(change);
    try {
      const now = await calls.change({ version: on.version, state: completed(change, on.state) });
      setConflict(null);
      await refresh();
      toast({ says: now.says, undo: () => undo(now.version) });
      return true;
    } catch (error) {
      const current = error instanceof Problem ? error.current<StateDocument>() : null;
      if (current) setConflict({ current, wish: change });
      else toast({ says: sentence(error) });
      await refresh();
      return false;
    } finally {
      setWish(null);
    }
  }

  return {
    /** What is being sent right now. */
    wish,
    conflict,
    change: async (change: Wish) => (cockpit ? put(change, cockpit.state) : false),
    insist: async () => conflict && put(conflict.wish, conflict.current),
    keepCurrent: () => setConflict(null),
  };
}

export type StateChanger = ReturnType<typeof useStateChange>;
