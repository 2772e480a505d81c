const PREFIX = "+190455501";
const FIRST = 40;

/** "+19045550140" -> "(904) 555-0140". */
export function displayed(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}

/** The next number of 555-0100 to 555-0199, which belong to nobody, that is not in use here. */
export function nextFree(taken: Iterable<string>): string {
  const used = new Set(taken);
  const numbers = Array.from(
    { length: 100 },
    (_, at) => PREFIX + String((FIRST + at) % 100).padStart(2, "0"),
  );
  return numbers.find((number) => !used.has(number)) ?? `${PREFIX}${FIRST}`;
}
