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

/** Sends one change of the calendar at a time; what is refused stays on screen until the next try. */
export function useChange(onDone: () => void) {
  const { refresh } = useDesk();
  const refreshCalendar = useRefreshCalendar();
  const toast = useToast();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  // A second tap comes before the button has been drawn anew.
  const sending = useRef(false);

  async function change(send: () => Promise<string>) {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setRefused(null);
    try {
      toast({ says: await send() });
      onDone();
    } catch (error) {
      setRefused({ says: sentence(error), nearest: error instanceof Problem ? error.nearest : [] });
    }
    sending.current = false;
    setBusy(false);
    await Promise.all([refreshCalendar(), refresh()]);
  }
  return { busy, refused, change };
}
