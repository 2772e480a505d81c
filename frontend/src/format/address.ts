// Every address that comes from outside the code (a query, a text, an answer) is read here, by the browser's own parser:
// what it makes of tabs, backslashes and dots no pattern foresees. Whole addresses are returned, because a path that is
// taken out of one can begin with "//" and be another site.

const here = () => window.location.origin;

function read(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** The address where it is a place of this site, without a user's name in it; else null. */
export function ownAddress(address: string, origin = here()): string | null {
  const url = read(address, origin);
  // The origin of a blob: is that of whoever made it; so the scheme counts too.
  if (!url || url.origin !== origin || url.protocol !== new URL(origin).protocol) return null;
  if (url.pathname.startsWith("//")) return null;
  return origin + url.pathname + url.search + url.hash;
}

/** The address where it is a page of the desk, else the cockpit's. */
export function deskAddress(address: string, origin = here()): string {
  const own = ownAddress(address, origin);
  const isDesk = own !== null && /^\/desk\/(?!sign-in(\/|$))/.test(new URL(own).pathname);
  return isDesk ? own : `${origin}/desk/`;
}

/** The address of a text as a link to the web; none where it names a user, which looks like another site. */
export function webLink(address: string): string | undefined {
  const url = read(address);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  return isWeb && !url.username && !url.password ? url.href : undefined;
}

/** The link that calls or texts a number (E.164), and can do nothing else. */
export function numberLink(scheme: "tel" | "sms", phone: string | undefined): string | undefined {
  return /^\+[1-9]\d{7,14}$/.test(phone ?? "") ? `${scheme}:${phone}` : undefined;
}

/** The link that opens an authenticator app. */
export function authenticatorLink(address: string): string | undefined {
  const url = read(address);
  return url?.protocol === "otpauth:" ? url.href : undefined;
}

/** Whether this can be a part of a path: dots lead up it, encoded or not, and nothing leads to what lies above. */
export function isName(part: string): boolean {
  return part !== "" && !/^(\.|%2e){1,2}$/i.test(part);
}
