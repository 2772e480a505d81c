"use client";

import type { SettingsChange, ShopSettings } from "@/api/contract";
import { Field } from "@/components/Field";
import { Tick, Ticks } from "./Choices";
import { SectionFormFrame } from "./SectionFormFrame";
import { useShopSettings } from "./ShopSettings";
import { TodaysLimit } from "./TodaysLimit";
import { asNumber, asTitle, asWords } from "./typed";
import { type Finding, type Shape, useSectionForm } from "./useSectionForm";

type Limits = { max_percent: string; floor_percent: string; daily_budget: string; reasons: string[] };

function check({ max_percent: most, floor_percent: kept }: Limits): Finding[] {
  const [given, floor] = [Number(most), Number(kept)];
  if (!(given <= 100 && given + floor > 100)) return [];
  return [
    { at: "discounts.floor_percent", says: `With ${given}% off this can be ${100 - given} at the most.` },
  ];
}

const SHAPE: Shape<Limits> = {
  id: "discounts",
  holds: ["discounts"],
  read: ({ discounts }: ShopSettings) => ({
    ...discounts,
    max_percent: String(discounts.max_percent),
    floor_percent: String(discounts.floor_percent),
  }),
  write: (limits): SettingsChange["changes"] => ({
    discounts: {
      ...limits,
      max_percent: asNumber(limits.max_percent),
      floor_percent: asNumber(limits.floor_percent),
      daily_budget: limits.daily_budget.trim(),
    },
  }),
  check,
};

/** What LINDA may give away by herself. */
export function DiscountsSection() {
  const form = useSectionForm(SHAPE);
  const { legal } = useShopSettings().settings;
  const limits = form.draft;
  const number = (key: "max_percent" | "floor_percent" | "daily_budget", label: string, hint: string) => (
    <Field
      error={form.error(`discounts.${key}`)}
      hint={hint}
      inputMode={key === "daily_budget" ? "decimal" : "numeric"}
      label={label}
      onChange={(event) => form.edit({ ...limits, [key]: event.target.value }, `discounts.${key}`)}
      value={limits[key]}
    />
  );
  function tick(reason: string, isOn: boolean) {
    const reasons = legal.reasons.filter((each) => (each === reason ? isOn : limits.reasons.includes(each)));
    form.edit({ ...limits, reasons }, "discounts.reasons");
  }
  return (
    <SectionFormFrame after={<TodaysLimit />} form={form} id="discounts">
      <div className="grid gap-4 sm:grid-cols-3">
        {number("max_percent", "Most off, in percent", "More than this is asked of you.")}
        {number("floor_percent", "Always kept, in percent", "Never below this share of the price.")}
        {number("daily_budget", "Most in one day, in dollars", "All discounts of a day together.")}
      </div>
      <Ticks error={form.error("discounts.reasons")} legend="Good reasons">
        {legal.reasons.map((reason) => (
          <Tick
            isOn={limits.reasons.includes(reason)}
            key={reason}
            label={asTitle(asWords(reason))}
            onTick={(isOn) => tick(reason, isOn)}
          />
        ))}
      </Ticks>
    </SectionFormFrame>
  );
}
