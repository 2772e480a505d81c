"use client";

import { useEffect, useState } from "react";
import { useSWRConfig } from "swr";
import { desk } from "@/api/calls";
import type { Line } from "@/api/contract";
import { newId } from "@/api/newId";
import { sentence } from "@/api/problem";
import { joined, useConversation } from "@/api/thread";
import { useToast } from "@/components/Toast";
import { useDesk } from "@/features/shell/Desk";
import { keepBack, letGo, releaseLater } from "./outgoing";

export type Step = "take-over" | "give-back" | "done";

/** A conversation and everything the owner can do in it. */
export function useThread(id: string | null) {
  const { data, error, mutate } = useConversation(id);
  const { mutate: mutateAny } = useSWRConfig();
  const { refresh } = useDesk();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function refreshAll() {
    await Promise.all([
      mutate(),
      refresh(),
      mutateAny((key) => Array.isArray(key) && key[0] === "conversations"),
    ]);
  }
  function show(line: Line) {
    return mutate((now) => now && { ...now, lines: joined(now.lines, [line]) }, { revalidate: false });
  }

  const held = data?.lines.filter((line) => line.status === "held") ?? [];
  useEffect(() => {
    for (const line of held) if (id) releaseLater(id, line, refreshAll);
  });

  /** Runs one step; a refusal is told in its own words. */
  async function attempt<T>(step: () => Promise<T>): Promise<T | null> {
    setBusy(true);
    try {
      return await step();
    } catch (problem) {
      toast({ says: sentence(problem) });
      return null;
    } finally {
      setBusy(false);
      await refreshAll();
    }
  }

  return {
    conversation: data,
    error,
    busy,
    step: async (to: Step) => {
      const moved = id && (await attempt(() => desk.move(id, to)));
      // Who has it stands under the thread; that it is done takes it out of the list.
      if (moved && to === "done") toast({ says: `Done with ${moved.who}.` });
    },
    /** Gives the server a text to hold; true when it has it. */
    write: async (text: string) => {
      const line = id && (await attempt(() => desk.hold(id, newId(), text)));
      if (line) await show(line);
      return Boolean(line);
    },
    /** Takes a held text back and returns its words, or null when it has left. */
    undo: async (line: Line) => {
      const message = line.message_id;
      if (!id || !message) return null;
      keepBack(message);
      const undone = await attempt(() => desk.takeBack(id, message));
      if (!undone) letGo(message);
      return undone?.text ?? null;
    },
    retry: async (line: Line) => {
      const message = line.message_id;
      if (id && message) await attempt(() => desk.send(id, message));
    },
  };
}
