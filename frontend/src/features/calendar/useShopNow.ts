"use client";

import { useEffect, useState } from "react";
import { useMovableClock } from "@/api/hooks";
import { useDesk } from "@/features/shell/Desk";

const EVERY_HALF_MINUTE = 30_000;

/** `moment` as the clock shows it where `sample` was written down. */
function onClockOf(sample: string, moment: Date): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(sample) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === "-" ? -60_000 : 60_000);
  return new Date(moment.getTime() + offset).toISOString().slice(0, 19);
}

/** What the shop's clock shows now; null until it is known. */
export function useShopNow(): string | null {
  const { cockpit } = useDesk();
  const simulated = useMovableClock(cockpit?.simulated ?? false);
  const [moment, setMoment] = useState<Date | null>(null);
  useEffect(() => {
    const look = () => setMoment(new Date());
    look();
    const timer = setInterval(look, EVERY_HALF_MINUTE);
    return () => clearInterval(timer);
  }, []);
  if (!cockpit || cockpit.simulated) return simulated.data?.now ?? null;
  // The owner may be in another zone than his shop, whose offset today's times carry.
  const sample = cockpit.until_choices[0]?.until;
  return moment && sample ? onClockOf(sample, moment) : null;
}
