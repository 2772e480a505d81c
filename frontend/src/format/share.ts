const ENOUGH = 10;

/** "38%" with "13 of 34" under it; under ten cases a percentage says more than is known, so there is none. */
export function share(part: number, whole: number): [value: string, says: string] {
  if (whole === 0) return ["0", ""];
  if (whole < ENOUGH) return [`${part} of ${whole}`, ""];
  return [`${Math.round((part / whole) * 100)}%`, `${part} of ${whole}`];
}
