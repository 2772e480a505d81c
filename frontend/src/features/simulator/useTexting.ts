"use client";

import { useState } from "react";
import { simulator } from "@/api/calls";
import type { SimText } from "@/api/contract";
import { sentence } from "@/api/problem";

/** A text on its way. `before` names the texts there were when it was sent. */
export type Outgoing = { key: number; person: string; text: string; before: Set<string> };
export type Outcome = { person: string; attempts: string[]; problem: string; unsent: string | null };

/** Sends texts from the simulated phones and keeps how the last one went. */
export function useTexting(texts: SimText[], refresh: () => Promise<unknown>) {
  const [outgoing, setOutgoing] = useState<Outgoing[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function send(person: string, text: string) {
    const message = {
      key: Date.now() + Math.random(),
      person,
      text,
      before: new Set(texts.map(({ sid }) => sid)),
    };
    setOutgoing((all) => [...all, message]);
    setOutcome(null);
    try {
      const { attempts, problem } = await simulator.text(person, text);
      setOutcome({ person, attempts, problem, unsent: null });
      await refresh();
    } catch (refused) {
      setOutcome({ person, attempts: [], problem: sentence(refused), unsent: text });
    }
    setOutgoing((all) => all.filter(({ key }) => key !== message.key));
  }

  function isShown({ person, text, before }: Outgoing): boolean {
    return texts.some(
      ({ sid, person: whose, author, body }) =>
        !before.has(sid) && whose === person && author === "person" && body === text,
    );
  }

  return {
    send,
    outcome,
    isBusy: (person: string) => outgoing.some((one) => one.person === person),
    /** Texts the polled list does not show yet. */
    unseen: (person: string) => outgoing.filter((one) => one.person === person && !isShown(one)),
  };
}
