"use client";

import { useState } from "react";
import { state as calls } from "@/api/calls";
import type { State } from "@/api/contract";
import { Problem, sentence } from "@/api/problem";
import { useToast } from "@/components/Toast";
import { useDesk } from "@/features/shell/Desk";

const STALE = "Your state was changed by somebody else at the same moment. Look, and try again.";

/** Puts a part of the owner's state in force at once, leaving what he is doing as it is; true when it worked. */
export function useStatePart() {
  const { cockpit, offline, refresh } = useDesk();
  const toast = useToast();
  const [isSending, setSending] = useState(false);

  async function undo(version: number) {
    try {
      await calls.undo(version);
      toast({ says: "Back to what it was." });
    } catch (error) {
      toast({ says: sentence(error) });
    }
    await refresh();
  }

  async function put(part: Partial<State>, says: string): Promise<boolean> {
    if (!cockpit) return false;
    const { version, state } = cockpit.state;
    // The end and the note belong to the mode, and a change that leaves them out clears them.
    const { mode, until, note } = state;
    setSending(true);
    try {
      const now = await calls.change({ version, state: { mode, until, note, ...part } });
      await refresh();
      toast({ says, undo: () => undo(now.version) });
      return true;
    } catch (error) {
      await refresh();
      toast({ says: error instanceof Problem && error.status === 409 ? STALE : sentence(error) });
      return false;
    } finally {
      setSending(false);
    }
  }

  return { state: cockpit?.state.state, busy: isSending || offline || !cockpit, put };
}
