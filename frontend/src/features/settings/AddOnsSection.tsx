"use client";

import { Field } from "@/components/Field";
import { ADD_ONS, type AddOnLine, blankAddOn } from "./addOns";
import { Tick, Ticks } from "./Choices";
import { RowEditor } from "./RowEditor";
import { SectionFormFrame } from "./SectionFormFrame";
import { useShopSettings } from "./ShopSettings";
import { asPrice, asTitle } from "./typed";
import { useSectionForm } from "./useSectionForm";

function says({ price, after }: AddOnLine): string {
  const repairs =
    after.length === 0 ? "after all repairs" : `after ${after.length} repair${after.length > 1 ? "s" : ""}`;
  return `${asPrice(price)} · ${repairs}`;
}

function AfterTicks({
  line,
  error,
  onChange,
}: {
  line: AddOnLine;
  error?: string;
  onChange: (after: string[]) => void;
}) {
  const { services } = useShopSettings().settings;
  const gone = line.after.filter((id) => !services.some((service) => service.id === id));
  return (
    <Ticks error={error} hint="None ticked means after all of them." legend="Offer it after">
      {services.map(({ id, name }) => (
        <Tick
          isOn={line.after.includes(id)}
          key={id}
          label={asTitle(name)}
          onTick={(isOn) => onChange(isOn ? [...line.after, id] : line.after.filter((other) => other !== id))}
        />
      ))}
      {gone.map((id) => (
        <Tick
          hint="Not in the price list"
          isOn
          key={id}
          label={id}
          onTick={() => onChange(line.after.filter((other) => other !== id))}
        />
      ))}
    </Ticks>
  );
}

/** What is offered beside a repair. */
export function AddOnsSection() {
  const form = useSectionForm(ADD_ONS);
  return (
    <SectionFormFrame form={form} id="add-ons">
      <RowEditor
        addLabel="Add an add-on"
        at="add_ons"
        blank={blankAddOn}
        empty="Nothing is offered beside a repair."
        fields={(line, change, error) => (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                error={error("name") ?? error("id")}
                label="Name"
                onChange={(event) => change({ name: event.target.value }, "name")}
                value={line.name}
              />
              <Field
                error={error("price")}
                hint="Dollars, like 15 or 14.50."
                inputMode="decimal"
                label="Price"
                onChange={(event) => change({ price: event.target.value }, "price")}
                value={line.price}
              />
              <Field
                className="sm:col-span-2"
                error={error("pitch")}
                hint="As it is texted. Name the price as it is above."
                label="The offer"
                onChange={(event) => change({ pitch: event.target.value }, "pitch")}
                value={line.pitch}
              />
              <Field
                className="sm:col-span-2"
                error={error("aliases")}
                hint="With commas between them."
                label="Other words for it"
                onChange={(event) => change({ aliases: event.target.value }, "aliases")}
                value={line.aliases}
              />
            </div>
            <AfterTicks error={error("after")} line={line} onChange={(after) => change({ after }, "after")} />
          </>
        )}
        form={form}
        says={says}
      />
    </SectionFormFrame>
  );
}
