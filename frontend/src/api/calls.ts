import { rememberSession, request } from "./client";
import type * as T from "./contract";

// Every call of the API by name; pages use these and the hooks, never a path.

const id = encodeURIComponent;

/** What the public page does. */
export const site = {
  page: () => request<T.PublicPage>("GET", "/api/public"),
  chat: (visitor: string, after: number) =>
    request<T.Chat>("GET", "/api/chat", { query: { after }, headers: { "x-visitor": visitor } }),
  say: (visitor: string | null, messageId: string, text: string) =>
    request<T.Chat>("POST", "/api/chat", { body: { visitor, id: messageId, text } }),
  givePhone: (visitor: string, phone: string) =>
    request<T.Says>("POST", "/api/chat/phone", {
      body: { phone, consent: true },
      headers: { "x-visitor": visitor },
    }),
  confirmPhone: (visitor: string, code: string) =>
    request<T.PhoneConfirmed>("POST", "/api/chat/phone/confirm", {
      body: { code },
      headers: { "x-visitor": visitor },
    }),
};

/** Signing in and out. */
export const session = {
  read: async () => rememberSession(await request<T.Session>("GET", "/api/session")),
  sendCode: (phone: string) => request<T.Says>("POST", "/api/session/code", { body: { phone } }),
  signIn: async (phone: string, code: string) =>
    rememberSession(await request<T.Session>("POST", "/api/session", { body: { phone, code } })),
  secondFactor: async (code: string) =>
    rememberSession(await request<T.Session>("POST", "/api/session/second-factor", { body: { code } })),
  skip: async () => rememberSession(await request<T.Session>("POST", "/api/session/skip")),
  signOut: () => request<void>("DELETE", "/api/session"),
  enrol: () => request<T.Enrolment>("POST", "/api/second-factor/enrolment"),
  turnOn: (code: string) => request<T.RecoveryCodes>("POST", "/api/second-factor", { body: { code } }),
  newRecoveryCodes: (code: string) =>
    request<T.RecoveryCodes>("POST", "/api/second-factor/recovery-codes", { body: { code } }),
  list: () => request<T.Sessions>("GET", "/api/sessions"),
  end: (sessionId: string) => request<void>("DELETE", `/api/sessions/${id(sessionId)}`),
};

/** The owner's state. */
export const state = {
  change: (change: T.StateChange) => request<T.StateDocument>("PUT", "/api/state", { body: change }),
  undo: (version: number) => request<T.StateDocument>("POST", "/api/state/undo", { body: { version } }),
  history: (limit = 20) => request<T.StateHistory>("GET", "/api/state/history", { query: { limit } }),
};

/** The desk: what needs the owner, and his conversations. */
export const desk = {
  cockpit: () => request<T.Cockpit>("GET", "/api/cockpit"),
  decide: (approval: string, answer: T.Answer["id"]) =>
    request<T.Decision>("POST", `/api/approvals/${id(approval)}`, { body: { answer } }),
  undoDecision: (approval: string) => request<T.NeedsYou>("POST", `/api/approvals/${id(approval)}/undo`),
  conversations: (view: T.ConversationView, limit = 50) =>
    request<T.Conversations>("GET", "/api/conversations", { query: { view, limit } }),
  conversation: (conversation: string, after: number) =>
    request<T.Conversation>("GET", `/api/conversations/${id(conversation)}`, { query: { after } }),
  move: (conversation: string, to: "take-over" | "give-back" | "done") =>
    request<T.ConversationHead>("POST", `/api/conversations/${id(conversation)}/${to}`),
  hold: (conversation: string, messageId: string, text: string) =>
    request<T.Line>("POST", `/api/conversations/${id(conversation)}/messages`, {
      body: { id: messageId, text },
    }),
  takeBack: (conversation: string, messageId: string) =>
    request<{ text: string }>("DELETE", `/api/conversations/${id(conversation)}/messages/${id(messageId)}`),
  send: (conversation: string, messageId: string) =>
    request<T.Line>("POST", `/api/conversations/${id(conversation)}/messages/${id(messageId)}/send`),
};

/** Leads, the calendar, results. */
export const book = {
  leads: (limit = 200) => request<T.Leads>("GET", "/api/leads", { query: { limit } }),
  calendar: (from: string, days: number) =>
    request<T.CalendarPage>("GET", "/api/calendar", { query: { from, days } }),
  openings: (date: string, minutes: number) =>
    request<T.Openings>("GET", "/api/openings", { query: { date, minutes } }),
  bookings: (from: string, days: number) =>
    request<T.Bookings>("GET", "/api/bookings", { query: { from, days } }),
  add: (booking: T.NewBooking, key: string) =>
    request<T.Appointment>("POST", "/api/bookings", { body: booking, headers: { "idempotency-key": key } }),
  move: (code: string, customer: string, to: { date: string; time: string }) =>
    request<T.Appointment>("PUT", `/api/bookings/${id(code)}`, { body: to, query: { customer } }),
  cancel: (code: string, customer: string) =>
    request<T.Appointment>("DELETE", `/api/bookings/${id(code)}`, { query: { customer } }),
  block: (block: T.NewBlock) => request<T.CalendarItem>("POST", "/api/blocks", { body: block }),
  unblock: (block: string, date: string) =>
    request<void>("DELETE", `/api/blocks/${id(block)}`, { query: { date } }),
  results: (days: 7 | 30) => request<T.Results>("GET", "/api/results", { query: { days } }),
  feed: () => request<T.Feed>("GET", "/api/feed"),
  renewFeed: () => request<T.Feed>("POST", "/api/feed"),
};

/** The shop's settings. */
export const shop = {
  settings: () => request<T.ShopSettings>("GET", "/api/settings"),
  change: (change: T.SettingsChange) => request<T.ShopSettings>("PUT", "/api/settings", { body: change }),
  restore: (version: number) => request<T.ShopSettings>("DELETE", "/api/settings", { query: { version } }),
};

/** The simulated phones of this machine. */
export const simulator = {
  page: () => request<T.SimulatorPage>("GET", "/api/simulator"),
  text: (from: string, text: string) =>
    request<T.SimSent>("POST", "/api/simulator/texts", { body: { from, text } }),
  faults: (faults: T.Faults) => request<T.Faults>("PUT", "/api/simulator/faults", { body: faults }),
  clock: (change: T.ClockChange) => request<T.ClockSet>("POST", "/api/simulator/clock", { body: change }),
};
