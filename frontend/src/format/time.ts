// Times arrive with the shop's own offset; what is printed is the shop's wall clock, wherever the browser is.

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "2026-02-10T15:30:00-05:00" -> "2026-02-10". */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Minutes since midnight on the shop's clock. */
export function minuteOf(time: string): number {
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

/** "2026-02-10T15:30:00-05:00" -> "3:30 PM"; with `short`, "3:30". */
export function clock(time: string, short = false): string {
  const hour = Number(time.slice(11, 13));
  const says = `${hour % 12 || 12}:${time.slice(14, 16)}`;
  return short ? says : `${says} ${hour < 12 ? "AM" : "PM"}`;
}

function utc(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

/** "2026-02-10" -> "Tuesday". */
export function weekday(day: string): string {
  return WEEKDAYS[utc(day).getUTCDay()] ?? "";
}

/** "2026-02-10" -> "Feb 10". */
export function monthDay(day: string): string {
  const date = utc(day);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
}

/** The day `days` later, as YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The clock time when it is today's, else the date: what a list of conversations shows. */
export function clockOrDay(time: string, today: string): string {
  return dayOf(time) === today ? clock(time) : monthDay(time);
}
