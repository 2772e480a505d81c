import { addDays, clock, monthDay, weekday } from "@/format/time";

/** Whether `text` is a day (YYYY-MM-DD) LINDA has a calendar for; half-typed years are none. */
export function isDay(text: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The Monday of the week in which `day` lies, as YYYY-MM-DD. */
export function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/** "2026-02-09" -> "Feb 9 to 15", "2026-02-23" -> "Feb 23 to Mar 1". */
export function weekWords(monday: string): string {
  const [first, last] = [monthDay(monday), monthDay(addDays(monday, 6))];
  return `${first} to ${first.slice(0, 3) === last.slice(0, 3) ? last.slice(4) : last}`;
}

/** "2026-02-10" -> "Tuesday, Feb 10". */
export function dayWords(day: string): string {
  return `${weekday(day)}, ${monthDay(day)}`;
}

/** "2026-02-10T14:00:00-05:00" -> "Tue Feb 10, 2:00 PM". */
export function momentWords(time: string): string {
  return `${weekday(time).slice(0, 3)} ${monthDay(time)}, ${clock(time)}`;
}

/** From when to when: "2:00 PM to 2:45 PM", and "to midnight" where the day ends first. */
export function spanWords({ starts, ends }: { starts: string; ends: string }): string {
  const end = clock(ends);
  return `${clock(starts)} to ${end === "12:00 AM" ? "midnight" : end}`;
}

/** The shop's hours of a day: "9:00 to 12:00, 1:00 to 5:00", else why it is closed. */
export function hoursWords(day: { hours: { opens: string; closes: string }[]; reason: string }): string {
  const said = day.hours.map(({ opens, closes }) => `${short(opens)} to ${short(closes)}`);
  return said.join(", ") || (day.reason ? `Closed, ${day.reason}` : "Closed");
}

/** "13:00" -> "1:00". */
function short(time: string): string {
  return clock(`2000-01-01T${time}`, true);
}
