import type { Stretches, Weekday } from "@/api/contract";

/** A time from which and one until which the shop is open, as the browser writes them ("09:00"). */
export type Stretch = { opens: string; closes: string };

export const WEEK: readonly { day: Weekday; name: string }[] = [
  { day: "mon", name: "Monday" },
  { day: "tue", name: "Tuesday" },
  { day: "wed", name: "Wednesday" },
  { day: "thu", name: "Thursday" },
  { day: "fri", name: "Friday" },
  { day: "sat", name: "Saturday" },
  { day: "sun", name: "Sunday" },
];

export const USUAL: Stretch = { opens: "09:00", closes: "17:00" };

/** "9:00-17:00" or several of them as stretches; none on a day that is closed. */
export function readHours(hours: Stretches): Stretch[] {
  if (hours === "closed") return [];
  return [hours].flat().map((stretch) => {
    const [opens = "", closes = ""] = stretch.split("-").map((time) => time.trim().padStart(5, "0"));
    return { opens, closes };
  });
}

/** Stretches the way the settings hold them. */
export function writeHours(stretches: readonly Stretch[]): Stretches {
  const plain = (time: string) => time.replace(/^0(?=\d)/, "");
  const written = stretches.map(({ opens, closes }) => `${plain(opens)}-${plain(closes)}`);
  return written.length > 1 ? written : (written[0] ?? "closed");
}

/** A day with a break: what was one stretch ends at noon, and a second one begins after lunch. */
export function withBreak({ opens, closes }: Stretch): Stretch[] {
  return opens < "12:00" && closes > "13:00"
    ? [
        { opens, closes: "12:00" },
        { opens: "13:00", closes },
      ]
    : [
        { opens, closes },
        { opens: "", closes: "" },
      ];
}
