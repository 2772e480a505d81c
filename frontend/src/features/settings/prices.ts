import type { AddOn, ShopSettings } from "@/api/contract";
import { newId } from "@/api/newId";
import { asList, asNumber, asSlug, asWords } from "./typed";
import type { Finding, Shape } from "./useSectionForm";

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

/** The add-ons without the repairs that are gone. */
function addOnsBeside(lines: readonly PriceLine[], addOns: readonly AddOn[]): AddOn[] {
  const kept = new Set(lines.map((line) => line.id));
  return addOns.map((addOn) => ({ ...addOn, after: addOn.after.filter((id) => kept.has(id)) }));
}

/** An add-on that loses its last repair would be offered after all of them, which nobody has asked for. */
function check(lines: readonly PriceLine[], { add_ons: addOns }: ShopSettings): Finding[] {
  return addOnsBeside(lines, addOns)
    .filter(({ after }, index) => after.length === 0 && addOns[index]?.after.length !== 0)
    .map(({ name }) => ({
      at: "",
      says: `"${name}" is offered after this repair alone. Change that under Add-ons first.`,
    }));
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
  check,
  along: (lines, { add_ons: addOns }) => ({ add_ons: addOnsBeside(lines, addOns) }),
};
