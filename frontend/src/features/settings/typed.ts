/** The number that was typed; anything else stays as it is, for LINDA to say what is wrong with it. */
export function asNumber(typed: string): number | string {
  return /^\s*\d+\s*$/.test(typed) ? Number(typed) : typed;
}

/** "screen repair, new screen" as a list. */
export function asList(typed: string): string[] {
  return typed
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
}

/** "Charging port" -> "charging_port": how records call it. */
export function asSlug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40);
}

/** "charging_port" -> "charging port". */
export function asWords(slug: string): string {
  return slug.replaceAll("_", " ");
}

/** Words with a capital in front: "charging port" -> "Charging port"; "iPhone screen" stays. */
export function asTitle(words: string): string {
  return /^\S*[A-Z]/.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What was typed as a price in a list: "$79.50", "free". */
export function asPrice(typed: string): string {
  const amount = typed.trim().replace(/^\$/, "");
  if (!/^\d+(\.\d+)?$/.test(amount)) return "no price yet";
  return Number(amount) === 0 ? "free" : `$${amount}`;
}

/** The list with another value at a place. */
export function replaced<T>(list: readonly T[], index: number, value: T): T[] {
  return list.map((each, at) => (at === index ? value : each));
}

/** The list without what stands at a place. */
export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}
