"use client";

import { useState } from "react";
import { desk } from "@/api/calls";
import type { Answer, NeedsYou } from "@/api/contract";
import { sentence } from "@/api/problem";
import { useToast } from "@/components/Toast";
import { useDesk } from "@/features/shell/Desk";

const HOLD = 5000;

/** Answers a card, and takes the answer back while the server holds the text that tells the customer. */
export function useDecision() {
  const { refresh } = useDesk();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);

  async function undo(need: NeedsYou) {
    try {
      await desk.undoDecision(need.id);
      toast({ says: "It waits for you again." });
    } catch (error) {
      toast({ says: sentence(error) });
    }
    await refresh();
  }

  async function decide(need: NeedsYou, answer: Answer["id"]) {
    if (busy) return;
    setBusy(need.id);
    try {
      const asked = Date.now();
      const decision = await desk.decide(need.id, answer);
      // The hold is counted from now: the browser's clock need not be the shop's.
      toast({ says: decision.says, undo: () => undo(need), until: asked + HOLD });
    } catch (error) {
      toast({ says: sentence(error) });
    }
    await refresh();
    setBusy(null);
  }
  return { busy, decide };
}
