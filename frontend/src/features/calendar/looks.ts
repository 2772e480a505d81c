import type { CalendarItem } from "@/api/contract";

/** How each kind of item looks in the grid: a booking solid, a hold dashed, time off hatched. */
export const BOX: Record<CalendarItem["kind"], string> = {
  booking: "border-l-4 border-mode bg-mode-soft text-mode-ink hover:border-mode-ink",
  hold: "border-2 border-dashed border-mode bg-surface hover:border-mode-ink",
  block: "cal-hatched border border-edge bg-sunken hover:border-ink",
  away: "cal-hatched bg-sunken text-muted",
};

/** The same as a bar beside a row of the agenda. */
export const BAR: Record<CalendarItem["kind"], string> = {
  booking: "rounded-full bg-mode",
  hold: "border-l-4 border-dashed border-mode",
  block: "rounded-full bg-edge",
  away: "rounded-full bg-edge",
};
