/** A fresh id for something this browser makes (32 hex digits); asking twice with the same id is asking once. */
export function newId(): string {
  // Not randomUUID: browsers offer it to https and localhost alone, and a laptop in the shop is reached by its address.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
