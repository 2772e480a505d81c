import type { AddOn } from "@/api/contract";
import { newId } from "@/api/newId";
import { asList, asNumber, asSlug, asWords } from "./typed";
import type { Shape } from "./useSectionForm";

/** A line of the price list as it is typed; `brand` is empty for all makes. */
export type PriceLine = {
  key: string;
  id: string;
  name: string;
  repair: string;
  price: string;
  minutes: string;
  brand: string;
  fee: boolean;
  remote: boolean;
  on_site: boolean;
  discountable: boolean;
  aliases: string;
};

/** A line to be filled in. */
export const blankPrice = (): PriceLine => ({
  key: newId(),
  id: "",
  name: "",
  repair: "",
  price: "",
  minutes: "30",
  brand: "",
  fee: false,
  remote: false,
  on_site: true,
  discountable: true,
  aliases: "",
});

/** The add-ons without the repairs that are gone; one that was offered after these alone is left for its owner. */
function addOnsBeside(lines: readonly PriceLine[], addOns: readonly AddOn[]): AddOn[] {
  const kept = new Set(lines.map((line) => line.id));
  return addOns.map((addOn) => {
    const after = addOn.after.filter((id) => kept.has(id));
    return after.length > 0 ? { ...addOn, after } : addOn;
  });
}

/** The price list. A new line gets its id from its name, and keeps it: bookings and add-ons refer to it. */
export const PRICES: Shape<PriceLine[]> = {
  id: "prices",
  holds: ["services"],
  read: ({ services }) =>
    services.map((line) => ({
      ...line,
      key: line.id,
      repair: asWords(line.repair),
      minutes: String(line.minutes),
      brand: line.brand ?? "",
      aliases: line.aliases.join(", "),
    })),
  write: (lines) => ({
    services: lines.map(({ key: _, ...line }) => ({
      ...line,
      id: line.id || asSlug(line.name),
      name: line.name.trim(),
      repair: asSlug(line.repair || line.name),
      price: line.price.trim(),
      minutes: asNumber(line.minutes),
      brand: line.brand || null,
      aliases: asList(line.aliases),
    })),
  }),
  along: (lines, { add_ons: addOns }) => ({ add_ons: addOnsBeside(lines, addOns) }),
};
