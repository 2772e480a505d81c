import type { components } from "./schema";

// The models of LINDA's HTTP API by the names the pages use, taken from the description that the server's own types
// generate. Times are ISO 8601 with the shop's offset; money is integer cents.

type Schemas = components["schemas"];

/** An answer carries every field; the description calls those optional that a request may leave out. */
export type Full<T> = T extends readonly (infer Each)[]
  ? Full<Each>[]
  : T extends object
    ? { [Key in keyof T]-?: Full<T[Key]> }
    : T;

export type Mode = Full<Schemas["Mode"]>;
export type Persona = Full<Schemas["Persona"]>;
export type State = Full<Schemas["State"]>;
export type StateDocument = Full<Schemas["Document"]>;
export type StateHistory = Full<Schemas["History"]>;
export type Answer = Full<Schemas["Choice"]>;
export type NeedsYou = Full<Schemas["NeedsYou"]>;
export type Decision = Full<Schemas["Decision"]>;
export type ConversationStatus = Full<Schemas["Standing"]>;
export type ConversationHead = Full<Schemas["ConversationHead"]>;
export type Conversations = Full<Schemas["Heads"]>;
export type CalendarItem = Full<Schemas["CalendarItem"]>;
export type Week = Full<Schemas["Week"]>;
export type Cockpit = Full<Schemas["Cockpit"]>;
export type WhyStep = Full<Schemas["Step"]>;
export type Why = Full<Schemas["Why"]>;
export type Line = Full<Schemas["Line"]>;
export type Appointment = Full<Schemas["Appointment"]>;
export type ConversationContext = Full<Schemas["Context"]>;
export type Conversation = Full<Schemas["Conversation"]>;
export type LeadRow = Full<Schemas["LeadRow"]>;
export type Leads = Full<Schemas["LeadRows"]>;
export type CalendarDay = Full<Schemas["Day"]>;
export type CalendarPage = Full<Schemas["Calendar"]>;
export type Openings = Full<Schemas["DayOpenings"]>;
export type Bookings = Full<Schemas["Appointments"]>;
export type Results = Full<Schemas["ResultsOfDays"]>;
export type Service = Full<Schemas["PricedService"]>;
export type AddOn = Full<Schemas["PricedAddOn"]>;
export type ModeWords = Full<Schemas["ModeMeaning"]>;
export type ShopSettings = Full<Schemas["ShopSettings"]>;
export type Feed = Full<Schemas["FeedLink"]>;

// What the pages send.

export type StateChange = Schemas["Change"];
export type NewBooking = Schemas["Order"];
export type NewBlock = Schemas["TimeOff"];
export type ConversationView = "open" | "waiting" | "done";
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Stretches = string | string[];
export type SettingsSection = Exclude<keyof ShopSettings, "version" | "changed" | "legal">;
export type SettingsChange = { version: number; changes: Partial<Pick<ShopSettings, SettingsSection>> };

export type Price = {
  id: string;
  name: string;
  price_cents: number;
  says: string;
  minutes: number;
  fee: boolean;
};
export type PublicPage = {
  shop: string;
  owner: string;
  assistant: string;
  phone: string;
  phone_display: string;
  address: string;
  directions: string;
  mode: Mode;
  says: string;
  is_open: boolean;
  walk_ins: boolean;
  next_opening: string | null;
  next_opening_says: string;
  left_today: number;
  hours: { day: string; says: string }[];
  prices: Price[];
  warranty_days: number;
  payment: string[];
  simulated: boolean;
  site_url: string;
};
export type ChatLine = { at: string; who: "you" | "linda" | "owner"; text: string };
export type Chat = {
  visitor: string;
  lines: ChatLine[];
  cursor: number;
  confirmed_phone_display: string | null;
};
export type Says = { says: string };
export type PhoneConfirmed = { confirmed: boolean; phone_display: string };
export type Session = {
  signed_in: boolean;
  needs: "code" | "second_factor" | "enrolment" | null;
  csrf: string | null;
  owner: string;
  shop: string;
  local: boolean;
  may_skip: boolean;
  has_second_factor: boolean;
  recovery_codes_left: number;
  expires_at: string | null;
};
export type Enrolment = { secret: string; uri: string; qr_svg: string };
export type RecoveryCodes = { recovery_codes: string[] };
export type SessionRow = {
  id: string;
  device: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  current: boolean;
};
export type Sessions = { sessions: SessionRow[] };
export type Faults = {
  model_down: boolean;
  model_slow: boolean;
  deliver_twice: boolean;
  lose_response: boolean;
  refuse_sends: boolean;
  blocked: string[];
};
export type SimText = {
  sid: string;
  person: string;
  author: "person" | "shop" | "carrier";
  body: string;
  at: string;
  segments: number;
  status: "delivered" | "blocked" | "rejected";
};
export type SimTurn = {
  sid: string;
  person: string;
  at: string;
  total_ms: number;
  segments: number;
  cost_micros: number;
  brain_says: string;
  steps: { says: string; detail: string; ms: number }[];
};
export type SimulatorPage = {
  now: string;
  shop_phone: string;
  shop_phone_display: string;
  owner_phone: string;
  shop: string;
  owner: string;
  assistant: string;
  people: { phone: string; phone_display: string; name: string }[];
  faults: Faults;
  has_model: boolean;
  clock_moved: boolean;
  texts: SimText[];
  turns: SimTurn[];
};
export type SimSent = { sid: string; replies: string[]; attempts: string[]; problem: string };
export type ClockChange = { at: string } | { minutes: number } | { reset: true };
export type ClockSet = { now: string; clock_moved: boolean };
