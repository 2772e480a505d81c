// The models of LINDA's HTTP API. Times are ISO 8601 with the shop's offset; money is integer cents.

export type Mode = "WORK" | "GYM" | "DRIVING" | "BREAK" | "CLOSED" | "CUSTOM";
export type Persona = "professional" | "laid_back" | "hustler";

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

export type State = {
  mode: Mode;
  until: string | null;
  note: string;
  bulletin: string;
  persona: Persona | null;
  assistant_name: string | null;
  voice: string | null;
  greeting: string | null;
  max_discount_percent: number | null;
  answers_texts: boolean;
  answers_calls: boolean;
  auto_upsell: boolean;
};
export type StateDocument = {
  version: number;
  state: State;
  says: string;
  set_at: string | null;
  set_by: string;
};
export type StateChange = { version: number; state: Partial<State> & { mode: Mode } };
export type StateHistory = { changes: StateDocument[] };

export type Answer = { id: "approve" | "offer" | "keep"; label: string; amount_cents: number };
export type NeedsYou = {
  id: string;
  kind: "approval" | "handed_over" | "failed_text";
  conversation_id: string;
  who: string;
  title: string;
  detail: string;
  asked_at: string;
  lapses_at: string | null;
  lapse_says: string;
  answers: Answer[];
};
export type Decision = { says: string; undo_until: string };
export type ConversationStatus = "waiting" | "linda" | "owner" | "booked" | "done" | "opted_out";
export type ConversationHead = {
  id: string;
  who: string;
  phone_display: string;
  channel: string;
  last_text: string;
  last_who: "customer" | "linda" | "owner";
  last_at: string;
  topic: string;
  status: ConversationStatus;
  status_says: string;
};
export type CalendarItem = {
  id: string;
  kind: "booking" | "hold" | "block" | "away";
  starts: string;
  ends: string;
  title: string;
  detail: string;
  price_cents: number | null;
  code: string | null;
  conversation_id: string | null;
  add_ons: string[];
  service_mode: string;
  note: string;
};
export type Week = {
  answered: number;
  booked: number;
  while_away: number;
  add_ons_offered: number;
  add_ons_taken: number;
  bars: { date: string; answered: number }[];
};
export type Cockpit = {
  state: StateDocument;
  headline: string;
  until_says: string;
  detail: string;
  until_choices: { label: string; until: string }[];
  customers_hear: string;
  needs_you: NeedsYou[];
  conversations: ConversationHead[];
  waiting: number;
  today: { date: string; says: string; items: CalendarItem[] };
  week: Week;
  shop: string;
  owner: string;
  assistant: string;
  phone_display: string;
  simulated: boolean;
};

export type ConversationView = "open" | "waiting" | "done";
export type Conversations = { conversations: ConversationHead[] };
export type WhyStep = { says: string; detail: string; ms: number; status: "done" | "refused" | "stopped" };
export type Why = {
  brain_says: string;
  ms: number;
  segments: number;
  cost_micros: number;
  steps: WhyStep[];
  rules: string[];
  owner_state: string;
};
export type Line = {
  seq: number;
  at: string;
  kind: "customer" | "linda" | "owner" | "note";
  text: string;
  status: "sent" | "held" | "queued" | "failed";
  message_id: string | null;
  held_until: string | null;
  why: Why | null;
};
export type Appointment = {
  code: string;
  starts: string | null;
  minutes: number;
  services: string[];
  device: string;
  customer: string;
  customer_display: string;
  name: string;
  service_mode: string;
  price_cents: number;
  discount_percent: number;
  source: string;
  conversation_id: string;
  add_ons: string[];
};
export type ConversationContext = {
  name: string;
  device: string;
  repair: string;
  quote_cents: number | null;
  discount_percent: number;
  handed_over: string;
  opted_out: boolean;
  phone_confirmed: boolean;
  bookings: Appointment[];
  past: string[];
  add_ons: string[];
};
export type Conversation = {
  head: ConversationHead;
  lines: Line[];
  cursor: number;
  taken_over: boolean;
  taken_over_until: string | null;
  can_text: boolean;
  can_text_why: string;
  context: ConversationContext;
};

export type LeadRow = {
  id: string;
  name: string;
  phone_display: string;
  device: string;
  quote_cents: number | null;
  stage: "new" | "quoted" | "booked" | "done" | "opted_out";
  last_at: string;
  next_step: string;
};
export type Leads = { leads: LeadRow[] };
export type CalendarDay = {
  date: string;
  is_open: boolean;
  reason: string;
  hours: { opens: string; closes: string }[];
  items: CalendarItem[];
};
export type CalendarPage = { days: CalendarDay[] };
export type Openings = { date: string; minutes: number; openings: string[] };
export type Bookings = { bookings: Appointment[] };
export type NewBooking = {
  customer: string;
  date: string;
  time: string;
  repair_type: string;
  device: string;
  name?: string;
  service_mode?: string;
};
export type NewBlock = { date: string; time: string; minutes: number; note: string };
export type Results = {
  days: number;
  asked: number;
  booked: number;
  answered: number;
  while_away: number;
  add_ons_offered: number;
  add_ons_taken: number;
  discounts: number;
  discounts_cents: number;
  median_first_reply_ms: number | null;
  segments: number;
  model_cost_micros: number;
  by_day: { date: string; answered: number; booked: number }[];
};

export type Stretches = string | string[];
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Service = {
  id: string;
  name: string;
  repair: string;
  price: string;
  minutes: number;
  brand?: string;
  fee?: boolean;
  remote?: boolean;
  on_site?: boolean;
  discountable?: boolean;
  aliases?: string[];
};
export type AddOn = {
  id: string;
  name: string;
  price: string;
  pitch: string;
  after?: string[];
  aliases?: string[];
};
export type ModeWords = {
  walk_ins: boolean;
  openings_after_until: boolean;
  first_pickup: string;
  status: string;
  status_open_end: string;
};
export type ShopSettings = {
  version: number;
  changed: string[];
  hours: Record<Weekday, Stretches>;
  closures: Record<string, string>;
  special_hours: Record<string, Stretches>;
  services: Service[];
  add_ons: AddOn[];
  discounts: { max_percent: number; floor_percent: number; daily_budget: string; reasons: string[] };
  assistant: { name: string; persona: Persona; voice: string; greeting: string };
  modes: Record<Mode, ModeWords>;
  booking: Record<string, unknown>;
  legal: { brands: string[]; reasons: string[]; personas: string[]; start_every: number[] };
};
export type SettingsSection =
  | "hours"
  | "closures"
  | "special_hours"
  | "services"
  | "add_ons"
  | "discounts"
  | "assistant"
  | "modes"
  | "booking";
export type SettingsChange = { version: number; changes: Partial<Pick<ShopSettings, SettingsSection>> };
export type Feed = { url: string };

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
