"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import useSWR, { useSWRConfig } from "swr";
import { site } from "@/api/calls";
import type { Chat, ChatLine } from "@/api/contract";
import { Problem, sentence } from "@/api/problem";
import { keepVisitor, newId, readVisitor } from "./visitor";

/** A message of the visitor's that the transcript does not hold yet. `after` is how long the transcript was. */
export type Unsent = { id: string; text: string; after: number; failed: string | null };

const POLL = { refreshInterval: 4000, keepPreviousData: false };
const NONE: ChatLine[] = [];

function isForgotten(error: unknown): boolean {
  return error instanceof Problem && [401, 403, 404].includes(error.status);
}

/** The visitor's chat with LINDA: the server's transcript, and what is still on its way there. */
export function useChat() {
  const [visitor, setVisitor] = useState<string | null>(null);
  const [unsent, setUnsent] = useState<Unsent[]>([]);
  const known = useRef<string | null>(null);
  const line = useRef(Promise.resolve());

  const remember = useCallback((token: string | null) => {
    known.current = token;
    keepVisitor(token);
    setVisitor(token);
  }, []);
  useEffect(() => remember(readVisitor()), [remember]);

  // The first message has no token yet, so that the hook's own `mutate` would write to no key.
  const { mutate: mutateAny } = useSWRConfig();
  const { data, error, mutate } = useSWR<Chat, Problem>(
    visitor && ["chat", visitor],
    () => site.chat(visitor ?? "", 0),
    POLL,
  );
  useEffect(() => {
    if (isForgotten(error)) remember(null);
  }, [error, remember]);
  const lines = data?.lines ?? NONE;

  const say = useCallback(
    async (id: string, text: string): Promise<Chat> => {
      try {
        return await site.say(known.current, id, text);
      } catch (problem) {
        if (!known.current || !isForgotten(problem)) throw problem;
        remember(null);
        return site.say(null, id, text);
      }
    },
    [remember],
  );

  const deliver = useCallback(
    async ({ id, text }: Unsent) => {
      setUnsent((all) => all.map((one) => (one.id === id ? { ...one, failed: null } : one)));
      try {
        const { visitor: token } = await say(id, text);
        if (token !== known.current) remember(token);
        await mutateAny(["chat", token], site.chat(token, 0), { revalidate: false });
        setUnsent((all) => all.filter((one) => one.id !== id));
      } catch (problem) {
        const failed = sentence(problem);
        setUnsent((all) => all.map((one) => (one.id === id ? { ...one, failed } : one)));
      }
    },
    [mutateAny, remember, say],
  );

  // One after the other: LINDA answers in order, and the second message belongs to the first one's visitor.
  const queue = useCallback(
    (message: Unsent) => {
      line.current = line.current.then(() => deliver(message));
    },
    [deliver],
  );

  function send(text: string) {
    const message = { id: newId(), text, after: lines.length, failed: null };
    setUnsent((all) => [...all, message]);
    queue(message);
  }

  return {
    visitor,
    lines,
    /** Without those the transcript shows already: a poll may be quicker than the answer. */
    unsent: unsent.filter(
      ({ text, after }) => !lines.slice(after).some((said) => said.who === "you" && said.text === text),
    ),
    isAnswering: unsent.some(({ failed }) => failed === null),
    confirmed: data?.confirmed_phone_display ?? null,
    send,
    resend: queue,
    refresh: () => mutate(),
  };
}
