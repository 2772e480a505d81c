const KEY = "linda-visitor";

/** The token by which LINDA knows this browser's chat again; null before the first message. */
export function readVisitor(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the token, or forgets it with null. */
export function keepVisitor(visitor: string | null) {
  try {
    if (visitor) localStorage.setItem(KEY, visitor);
    else localStorage.removeItem(KEY);
  } catch {
    // Private windows refuse storage; the chat then lasts as long as the page.
  }
}

/** A fresh message id; unlike randomUUID it also exists on a plain-http address of the local network. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
