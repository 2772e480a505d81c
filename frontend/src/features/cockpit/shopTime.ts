/** A time of the shop's wall clock ("2026-02-10T15:30") with the offset that `like`, a time of the API, carries. */
export function shopTime(local: string, like: string): string {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(like)?.[0] ?? "Z";
  return `${local.slice(0, 16)}:00${offset}`;
}
