import { newId } from "@/api/newId";
import { asList, asSlug } from "./typed";
import type { Shape } from "./useSectionForm";

/** An add-on as it is typed; an empty `after` means all repairs. */
export type AddOnLine = {
  key: string;
  id: string;
  name: string;
  price: string;
  pitch: string;
  after: string[];
  aliases: string;
};

/** A line to be filled in. */
export const blankAddOn = (): AddOnLine => ({
  key: newId(),
  id: "",
  name: "",
  price: "",
  pitch: "",
  after: [],
  aliases: "",
});

/** The add-ons. A new one gets its id from its name, and keeps it. */
export const ADD_ONS: Shape<AddOnLine[]> = {
  id: "add-ons",
  holds: ["add_ons"],
  read: ({ add_ons: addOns }) =>
    addOns.map((line) => ({ ...line, key: line.id, aliases: line.aliases.join(", ") })),
  write: (lines) => ({
    add_ons: lines.map(({ key: _, ...line }) => ({
      ...line,
      id: line.id || asSlug(line.name),
      name: line.name.trim(),
      price: line.price.trim(),
      pitch: line.pitch.trim(),
      aliases: asList(line.aliases),
    })),
  }),
};
