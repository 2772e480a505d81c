"use client";

import { useSettings } from "@/api/hooks";
import { Field } from "@/components/Field";
import { useDesk } from "@/features/shell/Desk";
import { addDays } from "@/format/time";

type Props = { value: string; onChange: (day: string) => void; autoFocus?: boolean };

/** A day that can be booked: from today to as far ahead as the settings say. */
export function DayField({ value, onChange, autoFocus }: Props) {
  const today = useDesk().cockpit?.today.date;
  const ahead = useSettings().data?.booking.horizon_days;
  return (
    <Field
      autoFocus={autoFocus}
      label="Day"
      max={today && ahead !== undefined ? addDays(today, ahead) : undefined}
      min={today}
      onChange={(event) => onChange(event.target.value)}
      required
      type="date"
      value={value}
    />
  );
}
