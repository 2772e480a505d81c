import type { CalendarDay, CalendarItem } from "@/api/contract";
import { dayOf, minuteOf } from "@/format/time";

const HOUR = 60;
const DAY = 24 * HOUR;
const USUAL: Stretch = { from: 9 * HOUR, to: 17 * HOUR };

/** Minutes of a day, from midnight. */
export type Stretch = { from: number; to: number };

/** An item with its place beside those that take the same time. */
export type Placed = Stretch & { item: CalendarItem; lane: number; lanes: number };

const atMinute = (time: string) => minuteOf(`2000-01-01T${time}`);

/** The opening hours of a day. */
export function openOn(day: CalendarDay): Stretch[] {
  return day.hours.map(({ opens, closes }) => ({ from: atMinute(opens), to: atMinute(closes) }));
}

/** When an item begins and ends on its day; what goes on past midnight ends with the day. */
export function stretchOf({ starts, ends }: CalendarItem): Stretch {
  return { from: minuteOf(starts), to: dayOf(ends) > dayOf(starts) ? DAY : minuteOf(ends) };
}

/** The whole hours a week shows: those of the shop, and what lies outside of them save the time the owner is away. */
export function hoursShown(days: readonly CalendarDay[]): Stretch {
  const taken = days.flatMap((day) => day.items.filter((item) => item.kind !== "away").map(stretchOf));
  const open = days.flatMap(openOn);
  const all = [...(open.length > 0 ? open : [USUAL]), ...taken];
  const from = Math.min(...all.map((each) => each.from));
  const to = Math.max(...all.map((each) => each.to));
  return { from: Math.floor(from / HOUR) * HOUR, to: Math.ceil(to / HOUR) * HOUR };
}

/** The items of a day side by side wherever they overlap. */
export function placed(items: readonly CalendarItem[]): Placed[] {
  const all = items.map((item) => ({ item, ...stretchOf(item), lane: 0, lanes: 1 }));
  all.sort((one, other) => one.from - other.from || other.to - one.to);
  let together: Placed[] = [];
  for (const each of all) {
    if (together.every((other) => other.to <= each.from)) together = [];
    const busy = new Set(together.filter((other) => other.to > each.from).map((other) => other.lane));
    while (busy.has(each.lane)) each.lane += 1;
    together.push(each);
    const lanes = Math.max(...together.map((other) => other.lane)) + 1;
    for (const other of together) other.lanes = lanes;
  }
  return all;
}
