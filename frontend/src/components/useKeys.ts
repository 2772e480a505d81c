"use client";

import { useEffect, useRef } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

/**
 * Answers single keys while the page has the floor: never while typing, with a modifier, or under a dialog.
 *
 * A handler returns false to leave the key to the browser. Enter is left to buttons and links that have the focus.
 */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => unknown>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const onControl = event.target instanceof HTMLElement && event.target.closest("button, a, summary");
      if (event.key === "Enter" && onControl) return;
      const handler = latest.current[event.key];
      if (handler && handler(event) !== false) event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
