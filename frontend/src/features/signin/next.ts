/** Where to go after signing in: a path of this site from `?next=`, else the cockpit. */
export function nextPlace(search: string): string {
  const asked = new URLSearchParams(search).get("next") ?? "";
  // "//elsewhere" and "/\elsewhere" are other sites to a browser.
  return /^\/(?![/\\])/.test(asked) ? asked : "/desk/";
}
