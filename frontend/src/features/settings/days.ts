import { newId } from "@/api/newId";
import { readHours, type Stretch, USUAL, writeHours } from "./hours";
import type { Finding, Shape } from "./useSectionForm";

/** A day that differs from the week: closed for a reason, or open at other times. */
export type SingleDay = { key: string; date: string; reason: string; stretches: Stretch[] };

export const isOff = ({ stretches }: SingleDay) => stretches.length === 0;

/** Where the settings keep the day. */
export const placeOfDay = (day: SingleDay) => `${isOff(day) ? "closures" : "special_hours"}.${day.date}`;

const byDate = (one: SingleDay, other: SingleDay) => one.date.localeCompare(other.date);

function check(days: readonly SingleDay[]): Finding[] {
  return days.flatMap((day, index) => {
    if (!day.date) return [{ at: `closures[${day.key}]`, says: "Pick a date." }];
    const isTwice = days.findIndex((other) => other.date === day.date) !== index;
    return isTwice ? [{ at: `closures[${day.key}]`, says: "This day is in the list already." }] : [];
  });
}

/** Days off and special hours in one list, by date. */
export const DAYS: Shape<SingleDay[]> = {
  id: "days-off",
  holds: ["closures", "special_hours"],
  read: ({ closures, special_hours: special }) =>
    [
      ...Object.entries(closures).map(([date, reason]) => ({ key: date, date, reason, stretches: [] })),
      ...Object.entries(special).map(([date, hours]) => ({
        key: `${date} open`,
        date,
        reason: "",
        stretches: readHours(hours),
      })),
    ].sort(byDate),
  write: (days) => {
    const sorted = [...days].sort(byDate);
    const entries = (off: boolean, value: (day: SingleDay) => unknown) =>
      Object.fromEntries(sorted.filter((day) => isOff(day) === off).map((day) => [day.date, value(day)]));
    return {
      closures: entries(true, (day) => day.reason),
      special_hours: entries(false, (day) => writeHours(day.stretches)),
    };
  },
  check,
};

/** A day to be filled in. */
export const blankDay = (): SingleDay => ({ key: newId(), date: "", reason: "", stretches: [] });

/** The day off, or open at other hours. */
export const switched = (day: SingleDay, off: boolean): SingleDay => ({
  ...day,
  stretches: off ? [] : [USUAL],
});
