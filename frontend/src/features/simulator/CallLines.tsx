"use client";

import { useEffect, useRef } from "react";
import { OWN, THEIRS } from "./bubbles";
import type { CallLine } from "./callWords";
import { Typing } from "./Texts";

const CLASSES = { own: OWN, theirs: THEIRS, note: "px-6 text-center text-muted text-sm" } as const;

type Props = {
  lines: CallLine[];
  /** What was just said and is not answered yet; null when nothing is waited for. */
  waiting: string | null;
  isOver: boolean;
};

/** What was said in a call, the newest in view. */
export function CallLines({ lines, waiting, isOver }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const length = lines.length + (waiting === null ? 0 : 1);
  useEffect(() => {
    if (length > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that began or ended the call is gone then
  useEffect(() => {
    if (document.activeElement === document.body) log.current?.focus({ preventScroll: true });
  }, [isOver]);
  return (
    <div
      aria-label="What is said in the call"
      className="grid min-h-28 flex-1 content-start gap-2.5 overflow-y-auto overscroll-contain p-4"
      ref={log}
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      {lines.map(({ kind, says }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added, and told apart by their order alone
        <p className={CLASSES[kind]} key={at}>
          {says}
        </p>
      ))}
      {waiting && <p className={OWN}>{waiting}</p>}
      {waiting !== null && <Typing />}
    </div>
  );
}
