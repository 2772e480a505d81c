/** Puts text on the clipboard; false where the browser refuses (a plain-http address, an old browser). */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
