import { api, rememberSession, told } from "./client";
import { forgetAnswers } from "./conditional";
import type * as T from "./contract";

// Every call of the API by name; pages use these and the hooks, never a path.

// Who chats is told by a token in a header, so that it stands in no log.
const by = (visitor: string) => ({ headers: { "x-visitor": visitor } });

/** What the public page does. */
export const site = {
  page: () => told(api.GET("/api/public")),
  chat: (visitor: string, after: number) =>
    told(api.GET("/api/chat", { params: { query: { after } }, ...by(visitor) })),
  say: (visitor: string | null, id: string, text: string) =>
    told(api.POST("/api/chat", { body: { visitor, id, text } })),
  givePhone: (visitor: string, phone: string) =>
    told(api.POST("/api/chat/phone", { body: { phone, consent: true }, ...by(visitor) })),
  confirmPhone: (visitor: string, code: string) =>
    told(api.POST("/api/chat/phone/confirm", { body: { code }, ...by(visitor) })),
};

/** Signing in and out. */
export const session = {
  read: async () => rememberSession(await told(api.GET("/api/session"))),
  sendCode: (phone: string) => told(api.POST("/api/session/code", { body: { phone } })),
  signIn: async (phone: string, code: string) =>
    rememberSession(await told(api.POST("/api/session", { body: { phone, code } }))),
  secondFactor: async (code: string) =>
    rememberSession(await told(api.POST("/api/session/second-factor", { body: { code } }))),
  skip: async () => rememberSession(await told(api.POST("/api/session/skip"))),
  signOut: () => told(api.DELETE("/api/session")).finally(forgetAnswers),
  // Where a second factor is on already, a code of it is needed to put another one in its place.
  enrol: (code?: string) =>
    told(api.POST("/api/second-factor/enrolment", { body: code === undefined ? undefined : { code } })),
  turnOn: (code: string) => told(api.POST("/api/second-factor", { body: { code } })),
  newRecoveryCodes: (code: string) => told(api.POST("/api/second-factor/recovery-codes", { body: { code } })),
  removeSecondFactor: (code: string) => told(api.POST("/api/second-factor/removal", { body: { code } })),
  list: () => told(api.GET("/api/sessions")),
  end: (sessionId: string) =>
    told(api.DELETE("/api/sessions/{session}", { params: { path: { session: sessionId } } })),
};

/** The owner's state. */
export const state = {
  change: (change: T.StateChange) => told(api.PUT("/api/state", { body: change })),
  undo: (version: number) => told(api.POST("/api/state/undo", { body: { version } })),
};

/** The desk: what needs the owner, and his conversations. */
export const desk = {
  cockpit: () => told(api.GET("/api/cockpit")),
  decide: (approval: string, answer: T.Answer["id"]) =>
    told(api.POST("/api/approvals/{approval}", { params: { path: { approval } }, body: { answer } })),
  undoDecision: (approval: string) =>
    told(api.POST("/api/approvals/{approval}/undo", { params: { path: { approval } } })),
  conversations: (view: T.ConversationView, limit = 50) =>
    told(api.GET("/api/conversations", { params: { query: { view, limit } } })),
  conversation: (conversation: string, after: number) =>
    told(
      api.GET("/api/conversations/{conversation}", { params: { path: { conversation }, query: { after } } }),
    ),
  move: (conversation: string, to: "take-over" | "give-back" | "done") =>
    told(api.POST(`/api/conversations/{conversation}/${to}`, { params: { path: { conversation } } })),
  hold: (conversation: string, id: string, text: string) =>
    told(
      api.POST("/api/conversations/{conversation}/messages", {
        params: { path: { conversation } },
        body: { id, text },
      }),
    ),
  takeBack: (conversation: string, message: string) =>
    told(
      api.DELETE("/api/conversations/{conversation}/messages/{message}", {
        params: { path: { conversation, message } },
      }),
    ),
  send: (conversation: string, message: string) =>
    told(
      api.POST("/api/conversations/{conversation}/messages/{message}/send", {
        params: { path: { conversation, message } },
      }),
    ),
};

/** Leads, the calendar, results. */
export const book = {
  leads: (limit = 200) => told(api.GET("/api/leads", { params: { query: { limit } } })),
  calendar: (from: string, days: number) =>
    told(api.GET("/api/calendar", { params: { query: { from, days } } })),
  openings: (date: string, minutes: number, where: T.Where = {}) =>
    told(api.GET("/api/openings", { params: { query: { date, minutes, ...where } } })),
  bookings: (from: string, days: number) =>
    told(api.GET("/api/bookings", { params: { query: { from, days } } })),
  add: (booking: T.NewBooking, key: string) =>
    told(api.POST("/api/bookings", { body: booking, headers: { "idempotency-key": key } })),
  move: (code: string, customer: string, to: { date: string; time: string }) =>
    told(api.PUT("/api/bookings/{code}", { params: { path: { code }, query: { customer } }, body: to })),
  cancel: (code: string, customer: string) =>
    told(api.DELETE("/api/bookings/{code}", { params: { path: { code }, query: { customer } } })),
  block: (block: T.NewBlock) => told(api.POST("/api/blocks", { body: block })),
  unblock: (block: string, date: string) =>
    told(api.DELETE("/api/blocks/{block}", { params: { path: { block }, query: { date } } })),
  results: (days: 7 | 30) => told(api.GET("/api/results", { params: { query: { days } } })),
  feed: () => told(api.GET("/api/feed")),
  renewFeed: () => told(api.POST("/api/feed")),
};

/** The shop's settings. */
export const shop = {
  settings: () => told(api.GET("/api/settings")),
  // Sections go back in the shape in which they came; what may stand in them the server says with a 422.
  change: ({ version, changes }: T.SettingsChange) =>
    told(api.PUT("/api/settings", { body: { version, changes: changes as object } })),
  restore: (version: number) => told(api.DELETE("/api/settings", { params: { query: { version } } })),
};

/** The simulated phones of this machine. */
export const simulator = {
  page: () => told(api.GET("/api/simulator")),
  text: (from: string, text: string) => told(api.POST("/api/simulator/texts", { body: { from, text } })),
  faults: (faults: T.Faults) => told(api.PUT("/api/simulator/faults", { body: faults })),
  calls: () => told(api.GET("/api/simulator/calls")),
  /** Calls the shop; without a number, from one that is withheld. */
  call: (from: string | null) => told(api.POST("/api/simulator/calls", { body: { from } })),
  inCall: (call: string, what: T.InCall) =>
    told(api.POST("/api/simulator/calls/{call}", { params: { path: { call } }, body: what })),
  owner: (does: T.OwnerDoes) => told(api.PUT("/api/simulator/owner", { body: { does } })),
  clock: (change: T.ClockChange) => told(api.POST("/api/simulator/clock", { body: change })),
};
