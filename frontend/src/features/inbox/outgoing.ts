import { desk } from "@/api/calls";
import type { Line } from "@/api/contract";

// Texts that are held for Undo. The timers live outside the page, so that a text leaves also when the owner has moved
// on to another conversation.

const MARGIN = 150;
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const keptBack = new Set<string>();

/** The length of the hold by the server's clock alone, which need not agree with the browser's. */
function holdOf(line: Line): number {
  const hold = line.held_until ? Date.parse(line.held_until) - Date.parse(line.at) : 0;
  return Math.min(Math.max(hold, 0), 10_000) + MARGIN;
}

/** Lets a held text go when its hold is over, once. */
export function releaseLater(conversation: string, line: Line, onSettled: () => void) {
  const id = line.message_id;
  if (!id || timers.has(id) || keptBack.has(id)) return;
  const timer = setTimeout(async () => {
    try {
      await desk.send(conversation, id);
    } catch {
      // The next poll says what became of it: the server lets it go by itself, or it shows as failed.
    }
    timers.delete(id);
    onSettled();
  }, holdOf(line));
  timers.set(id, timer);
}

/** Stops the timer of a text that is taken back; until the next poll it is still on the screen. */
export function keepBack(messageId: string) {
  clearTimeout(timers.get(messageId));
  timers.delete(messageId);
  keptBack.add(messageId);
}

/** Lets a text go after all, because taking it back did not work. */
export function letGo(messageId: string) {
  keptBack.delete(messageId);
}
