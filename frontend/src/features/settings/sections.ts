import type { SettingsSection } from "@/api/contract";

export type SectionId =
  | "hours"
  | "days-off"
  | "prices"
  | "add-ons"
  | "discounts"
  | "booking"
  | "words"
  | "assistant"
  | "pause"
  | "security"
  | "feed"
  | "file";

export type SectionPlace = { id: SectionId; title: string; lead: string };

/** The sections of the page in their order; the id is also the anchor. */
export const PLACES: readonly SectionPlace[] = [
  { id: "hours", title: "Hours", lead: "When you are open. Openings are cut from these." },
  { id: "days-off", title: "Days off and special hours", lead: "Single days that differ from your week." },
  { id: "prices", title: "Price list", lead: "What LINDA quotes. Prices are where a repair starts." },
  { id: "add-ons", title: "Add-ons", lead: "Offered once, after a booking." },
  { id: "discounts", title: "Discounts", lead: "What LINDA may give without asking you." },
  { id: "booking", title: "Booking", lead: "How near, how far and how many." },
  { id: "words", title: "Words for each mode", lead: "What customers hear, mode by mode." },
  { id: "assistant", title: "LINDA herself", lead: "Her name, her tone and her voice." },
  { id: "pause", title: "Pause", lead: "Switches that work at once." },
  { id: "security", title: "Security", lead: "Where you are signed in, and your second factor." },
  { id: "feed", title: "Calendar link", lead: "Your bookings in your own calendar." },
  { id: "file", title: "Settings file", lead: "Take your settings along, or go back to the file." },
];

/** The section with this id. */
export function placeOf(id: SectionId): SectionPlace {
  return PLACES.find((place) => place.id === id) ?? { id, title: id, lead: "" };
}

/** What a section of the settings is called on this page. */
export const SECTION_NAMES: Record<SettingsSection, string> = {
  hours: "Hours",
  closures: "Days off",
  special_hours: "Special hours",
  services: "Price list",
  add_ons: "Add-ons",
  discounts: "Discounts",
  booking: "Booking",
  modes: "Words for each mode",
  assistant: "LINDA herself",
};

/** Says where a key is: "add_ons[0].after" -> "Add-ons, line 1"; "modes.GYM.status" -> "Words for each mode, GYM". */
export function placeWords(at: string): string {
  const [, key = "", line, name] = /^(\w+)(?:\[(\d+)\]|\.([^.[]+))?/.exec(at) ?? [];
  const section = key in SECTION_NAMES ? SECTION_NAMES[key as SettingsSection] : key;
  if (line !== undefined) return `${section}, line ${Number(line) + 1}`;
  return name ? `${section}, ${name}` : section;
}
