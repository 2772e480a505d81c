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
export type Answer = Full<Schemas["Choice"]>;
export type NeedsYou = Full<Schemas["NeedsYou"]>;
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
export type Results = Full<Schemas["Results"]>;
export type Service = Full<Schemas["PricedService"]>;
export type AddOn = Full<Schemas["PricedAddOn"]>;
export type ModeWords = Full<Schemas["ModeMeaning"]>;
export type ShopSettings = Full<Schemas["ShopSettings"]>;
export type Feed = Full<Schemas["FeedLink"]>;
export type Price = Full<Schemas["Price"]>;
export type PublicPage = Full<Schemas["PublicPage"]>;
export type ChatLine = Full<Schemas["ChatLine"]>;
export type Chat = Full<Schemas["Chat"]>;
export type Says = Full<Schemas["Says"]>;
export type Session = Full<Schemas["SignedIn"]>;
export type Enrolment = Full<Schemas["EnrolmentShown"]>;
export type RecoveryCodes = Full<Schemas["RecoveryCodes"]>;
export type SessionRow = Full<Schemas["SessionRow"]>;
export type Sessions = Full<Schemas["Sessions"]>;
export type Faults = Full<Schemas["SimFaults"]>;
export type SimText = Full<Schemas["SimText"]>;
export type SimTurn = Full<Schemas["SimTurn"]>;
export type SimStep = Full<Schemas["SimStep"]>;
export type SimCall = Full<Schemas["SimCall"]>;
export type SimCalls = Full<Schemas["SimCalls"]>;
export type OwnerDoes = SimCalls["owner_does"];
export type SimulatorPage = Full<Schemas["Simulator"]>;

// What the pages send.

export type StateChange = Schemas["Change"];
export type NewBooking = Schemas["Order"];
export type NewBlock = Schemas["TimeOff"];
export type ConversationView = "open" | "waiting" | "done";
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export type Stretches = string | string[];
export type SettingsSection = Exclude<keyof ShopSettings, "version" | "changed" | "legal">;
/** Whole sections as they were typed: what may stand in them the server says. */
export type SettingsChange = { version: number; changes: Partial<Record<SettingsSection, unknown>> };
/** One thing done in a call. */
export type InCall = Schemas["SimDone"];
export type ClockChange = Schemas["ClockMove"];

/** Where the work is done, and the booking whose own time counts as free. */
export type Where = { service_mode?: Schemas["ServiceMode"]; moving?: string };
