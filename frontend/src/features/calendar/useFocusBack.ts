"use client";

import { useEffect, useRef } from "react";

/** The heading that takes the focus when what it was on is gone: a booking that was just moved or cancelled. */
export function useFocusBack(isAsking: boolean, shown: unknown) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (isAsking) wasAsked.current = true;
    else if (shown && wasAsked.current && document.activeElement === document.body) {
      wasAsked.current = false;
      heading.current?.focus({ preventScroll: true });
    }
  }, [isAsking, shown]);
  return heading;
}
