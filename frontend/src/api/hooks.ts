import useSWR, { type SWRConfiguration, useSWRConfig } from "swr";
import * as call from "./calls";
import type { ConversationView, Where } from "./contract";
import type { Problem } from "./problem";

const EVERY_3_S: SWRConfiguration = { refreshInterval: 3000, refreshWhenHidden: false };
const EVERY_10_S: SWRConfiguration = { refreshInterval: 10_000, refreshWhenHidden: false };
const EVERY_30_S: SWRConfiguration = { refreshInterval: 30_000, refreshWhenHidden: false };

function useAnswer<T>(key: unknown[] | null, ask: () => Promise<T>, options?: SWRConfiguration) {
  return useSWR<T, Problem>(key, ask, options);
}

/** The public page, fresh enough for a change of state to show within 5 s. */
export const usePublicPage = () => useAnswer(["public"], call.site.page, EVERY_3_S);

/** Whether somebody is signed in, and what is still needed; asked once, so that no step ends under the owner's hands. */
export const useSession = () =>
  useAnswer(["session"], call.session.read, { revalidateOnFocus: false, revalidateOnReconnect: false });

/** Everything the cockpit shows, every 3 s while the page is visible. */
export const useCockpit = () => useAnswer(["cockpit"], call.desk.cockpit, EVERY_3_S);

/** The heads of the conversations in one view of the inbox. */
export const useConversations = (view: ConversationView) =>
  useAnswer(["conversations", view], () => call.desk.conversations(view), EVERY_3_S);

/** Everybody who asked. */
export const useLeads = () => useAnswer(["leads"], () => call.book.leads(), EVERY_30_S);

/** Some days of the calendar, from a date (YYYY-MM-DD). */
export const useCalendar = (from: string | null, days: number) =>
  useAnswer(from ? ["calendar", from, days] : null, () => call.book.calendar(from ?? "", days), EVERY_10_S);

/** The free starts on a day for a repair of so many minutes. */
export const useOpenings = (date: string | null, minutes: number, where: Where = {}) =>
  useAnswer(date ? ["openings", date, minutes, where] : null, () =>
    call.book.openings(date ?? "", minutes, where),
  );

/** Bookings as appointments (with the customer's number), from a date. */
export const useBookings = (from: string | null, days: number) =>
  useAnswer(from ? ["bookings", from, days] : null, () => call.book.bookings(from ?? "", days), EVERY_30_S);

const OF_CALENDAR = new Set<unknown>(["calendar", "openings", "bookings"]);

/** Asks again for all of the calendar that is shown, after a change to it. */
export function useRefreshCalendar() {
  const { mutate } = useSWRConfig();
  return () => mutate((key) => Array.isArray(key) && OF_CALENDAR.has(key[0]));
}

/** The simulated phones where there are any: their clock is LINDA's, and it can be moved. */
export const useMovableClock = (simulated: boolean) =>
  useAnswer(simulated ? ["simulator"] : null, call.simulator.page, EVERY_10_S);

/** What LINDA did in the last days. */
export const useResults = (days: 7 | 30) =>
  useAnswer(["results", days], () => call.book.results(days), EVERY_30_S);

/** The shop's settings; not polled, because a form is open on them. */
export const useSettings = () =>
  useAnswer(["settings"], call.shop.settings, { revalidateOnFocus: false, revalidateOnReconnect: false });

/** Where the owner is signed in. */
export const useSessions = () => useAnswer(["sessions"], call.session.list);

/** The secret link to the calendar. */
export const useFeed = () => useAnswer(["feed"], call.book.feed);

/** The simulated phones, every second while the page is visible. */
export const useSimulator = () => useAnswer(["simulator"], call.simulator.page, { refreshInterval: 1000 });

/** The calls of the simulated phones; not polled, because each step of one brings what came of it. */
export const useSimulatedCalls = () => useAnswer(["simulator", "calls"], call.simulator.calls);
