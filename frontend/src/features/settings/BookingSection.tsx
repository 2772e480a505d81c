"use client";

import type { ShopSettings } from "@/api/contract";
import { Field } from "@/components/Field";
import { Pick } from "./Choices";
import { SectionFormFrame } from "./SectionFormFrame";
import { useShopSettings } from "./ShopSettings";
import { asNumber } from "./typed";
import { type Shape, useSectionForm } from "./useSectionForm";

type Limits = Record<keyof ShopSettings["booking"], string>;

const FIELDS: readonly { key: keyof Limits; label: string; hint: string }[] = [
  { key: "lead_minutes", label: "Notice, in minutes", hint: "Nobody books nearer than this." },
  { key: "last_start_before_close", label: "Last start, in minutes", hint: "So long before you close." },
  { key: "horizon_days", label: "Days ahead", hint: "How far ahead people can book." },
  { key: "benches", label: "Benches", hint: "Repairs at the same time." },
  { key: "on_site_surcharge", label: "Visit, in dollars", hint: "On top when you go to the customer." },
  { key: "travel_buffer", label: "Travel, in minutes", hint: "Kept free before and after a visit." },
];

const SHAPE: Shape<Limits> = {
  id: "booking",
  holds: ["booking"],
  read: ({ booking }) =>
    Object.fromEntries(Object.entries(booking).map(([key, value]) => [key, String(value)])) as Limits,
  write: (limits) => ({
    booking: Object.fromEntries(
      Object.entries(limits).map(([key, value]) => [
        key,
        key === "on_site_surcharge" ? value.trim() : asNumber(value),
      ]),
    ),
  }),
};

/** How openings are cut from the hours. */
export function BookingSection() {
  const form = useSectionForm(SHAPE);
  const { legal } = useShopSettings().settings;
  const limits = form.draft;
  return (
    <SectionFormFrame form={form} id="booking">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Pick
          choices={legal.start_every.map((step) => ({ value: String(step), label: `Every ${step} minutes` }))}
          error={form.error("booking.start_every")}
          hint="When a repair can start."
          label="Starts"
          onPick={(step) => form.edit({ ...limits, start_every: step }, "booking.start_every")}
          value={limits.start_every}
        />
        {FIELDS.map(({ key, label, hint }) => (
          <Field
            error={form.error(`booking.${key}`)}
            hint={hint}
            inputMode={key === "on_site_surcharge" ? "decimal" : "numeric"}
            key={key}
            label={label}
            onChange={(event) => form.edit({ ...limits, [key]: event.target.value }, `booking.${key}`)}
            value={limits[key]}
          />
        ))}
      </div>
    </SectionFormFrame>
  );
}
