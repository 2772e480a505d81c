"use client";

import { useRef, useState } from "react";
import { useRefreshCalendar } from "@/api/hooks";
import { Problem, sentence } from "@/api/problem";
import { useToast } from "@/components/Toast";
import { useDesk } from "@/features/shell/Desk";

/** A start on the shop's clock, as openings are offered and asked for. */
export type Place = { date: string; time: string };

/** Why a change was refused, and the openings that are free instead. */
export type Refused = { says: string; nearest: Place[] };

/**
 * Sends one change of the calendar at a time; what is refused stays on screen until the next try.
 *
 * `onDone` is told the day that changed, `onTaken` that a start was not free. When the answer got lost nothing is asked
 * anew: the change may have been made, and the very same one, sent again, is made once.
 */
export function useChange(onDone: (day: string) => void, onTaken?: () => void) {
  const { refresh } = useDesk();
  const refreshCalendar = useRefreshCalendar();
  const toast = useToast();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  // A second tap comes before the button has been drawn anew.
  const sending = useRef(false);

  async function change(day: string, send: () => Promise<string>) {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setRefused(null);
    try {
      toast({ says: await send() });
      onDone(day);
    } catch (error) {
      const problem = error instanceof Problem ? error : null;
      setRefused({ says: sentence(error), nearest: problem?.nearest ?? [] });
      if (problem?.nearest.length) onTaken?.();
      if (problem?.isUnreachable) return;
    } finally {
      sending.current = false;
      setBusy(false);
    }
    await Promise.all([refreshCalendar(), refresh()]);
  }
  return { busy, refused, change };
}
