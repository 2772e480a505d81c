import type { Mode } from "@/api/contract";

export type Place = "owner" | "note" | "until";
export type Filling = Record<Place, string>;

/** What stands for the end of a mode in the preview, in the words of a text. */
const UNTIL: Partial<Record<Mode, string>> = { CLOSED: "tomorrow at 9 AM" };

/** What the preview fills in: the note that is in force, or as LINDA does it, "away". */
export function filling(mode: Mode, owner: string, note: string): Filling {
  return { owner, note: note || "away", until: UNTIL[mode] ?? "3:30 PM" };
}

/** The line as customers hear it: the places filled in, doubled braces as one, a capital in front. */
export function filled(line: string, values: Filling): string {
  const said = line.replace(/\{\{|\}\}|\{(owner|note|until)\}/g, (found, place?: Place) =>
    place ? values[place] : found.charAt(0),
  );
  return said.charAt(0).toUpperCase() + said.slice(1);
}
