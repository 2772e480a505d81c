"use client";

import { Field } from "@/components/Field";
import { Pick, Tick } from "./Choices";
import { blankPrice, PRICES, type PriceLine } from "./prices";
import { RowEditor } from "./RowEditor";
import { SectionFormFrame } from "./SectionFormFrame";
import { useShopSettings } from "./ShopSettings";
import { asPrice, asTitle } from "./typed";
import { useSectionForm } from "./useSectionForm";

const MAKES: Record<string, string> = { iphone: "iPhone", ipad: "iPad", lg: "LG", oneplus: "OnePlus" };
const makeName = (brand: string) => MAKES[brand] ?? asTitle(brand);

function says({ price, minutes, brand }: PriceLine): string {
  return [asPrice(price), `${minutes || "?"} min`, brand && makeName(brand)].filter(Boolean).join(" · ");
}

/** The price book: what a repair costs and how long it takes. */
export function PricesSection() {
  const form = useSectionForm(PRICES);
  const { legal } = useShopSettings().settings;
  const makes = [
    { value: "", label: "All makes" },
    ...legal.brands.map((brand) => ({ value: brand, label: makeName(brand) })),
  ];
  return (
    <SectionFormFrame form={form} id="prices">
      <RowEditor
        addLabel="Add a repair"
        at="services"
        blank={blankPrice}
        empty="No repairs yet. LINDA has nothing to quote."
        fields={(line, change, error) => (
          <>
            <div className="grid grid-cols-2 gap-4">
              <Field
                className="max-sm:col-span-2"
                error={error("name") ?? error("id")}
                label="Name"
                onChange={(event) => change({ name: event.target.value }, "name")}
                value={line.name}
              />
              <Pick
                choices={makes}
                className="max-sm:col-span-2"
                error={error("brand")}
                label="For"
                onPick={(brand) => change({ brand }, "brand")}
                value={line.brand}
              />
              <Field
                error={error("price")}
                hint="In dollars, 0 is free."
                inputMode="decimal"
                label="Price"
                onChange={(event) => change({ price: event.target.value }, "price")}
                value={line.price}
              />
              <Field
                error={error("minutes")}
                hint="At the bench."
                inputMode="numeric"
                label="Minutes"
                onChange={(event) => change({ minutes: event.target.value }, "minutes")}
                value={line.minutes}
              />
              <Field
                className="max-sm:col-span-2"
                error={error("repair")}
                hint="One line for each damage and make."
                label="Kind of damage"
                onChange={(event) => change({ repair: event.target.value }, "repair")}
                placeholder={line.name.toLowerCase()}
                value={line.repair}
              />
              <Field
                className="max-sm:col-span-2"
                error={error("aliases")}
                hint="With commas between them."
                label="Other words for it"
                onChange={(event) => change({ aliases: event.target.value }, "aliases")}
                value={line.aliases}
              />
            </div>
            <div className="grid gap-x-5 sm:grid-cols-2">
              <Tick
                isOn={line.discountable}
                label="May be discounted"
                onTick={(discountable) => change({ discountable }, "discountable")}
              />
              <Tick
                hint="Never discounted"
                isOn={line.fee}
                label="A fixed fee"
                onTick={(fee) => change({ fee }, "fee")}
              />
              <Tick
                isOn={line.on_site}
                label="Can be done at the customer's"
                onTick={(on_site) => change({ on_site }, "on_site")}
              />
              <Tick
                isOn={line.remote}
                label="Can be done over the phone"
                onTick={(remote) => change({ remote }, "remote")}
              />
            </div>
          </>
        )}
        form={form}
        says={says}
      />
    </SectionFormFrame>
  );
}
