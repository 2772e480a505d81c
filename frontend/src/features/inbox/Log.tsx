"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { Line } from "@/api/contract";
import { lineKey } from "@/api/thread";
import { Bubble } from "./Bubble";

const NEAR = 120;

type Props = {
  lines: readonly Line[];
  assistant: string;
  label: string;
  disabled: boolean;
  onUndo: (line: Line) => void;
  onRetry: (line: Line) => void;
};

/** The lines, kept at the newest unless the reader has scrolled up. */
export function Log({ lines, label, ...bubble }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const newest = lines.at(-1)?.seq;
  const count = lines.length;
  useLayoutEffect(() => {
    if (count && newest !== undefined && atEnd.current)
      box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [count, newest]);
  useEffect(() => {
    const element = box.current;
    const seen = () => {
      if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    element?.addEventListener("scroll", seen, { passive: true });
    return () => element?.removeEventListener("scroll", seen);
  }, []);
  return (
    <div
      aria-label={label}
      className="grid min-h-0 flex-1 content-start gap-2 overflow-y-auto p-4"
      ref={box}
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {lines.map((line) => (
        <Bubble key={lineKey(line)} line={line} {...bubble} />
      ))}
    </div>
  );
}
