"use client";

import { CalendarPlus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { Field } from "@/components/Field";
import { monthDay, weekday } from "@/format/time";
import { Pick } from "./Choices";
import { blankDay, DAYS, isOff, placeOfDay, type SingleDay, switched } from "./days";
import { SectionFormFrame } from "./SectionFormFrame";
import { StretchFields } from "./Stretches";
import { replaced, without } from "./typed";
import { useSectionForm } from "./useSectionForm";

const KINDS = [
  { value: "off", label: "Closed" },
  { value: "open", label: "Other hours" },
] as const;

type RowProps = {
  day: SingleDay;
  dateError?: string;
  error?: string;
  onChange: (day: SingleDay) => void;
  onRemove: () => void;
};

function DayRow({ day, dateError, error, onChange, onRemove }: RowProps) {
  const name = day.date ? `${weekday(day.date)}, ${monthDay(day.date)}` : "New day";
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-3 py-4 first:pt-0 last:pb-0">
      <fieldset className="grid min-w-0 gap-3 sm:grid-cols-[11rem_9rem_minmax(0,1fr)]">
        <legend className="sr-only">{name}</legend>
        <Field
          error={dateError}
          hint={day.date && weekday(day.date)}
          label="Date"
          onChange={(event) => onChange({ ...day, date: event.target.value })}
          type="date"
          value={day.date}
        />
        <Pick
          choices={KINDS}
          label="That day"
          onPick={(kind) => onChange(switched(day, kind === "off"))}
          value={isOff(day) ? "off" : "open"}
        />
        {isOff(day) ? (
          <Field
            error={error}
            label="Reason customers hear"
            onChange={(event) => onChange({ ...day, reason: event.target.value })}
            placeholder="Family day"
            value={day.reason}
          />
        ) : (
          <div className="grid content-start gap-1.5">
            <span className="font-medium">Open</span>
            <StretchFields
              error={error}
              name={name}
              onChange={(stretches) => onChange({ ...day, stretches })}
              stretches={day.stretches}
            />
          </div>
        )}
      </fieldset>
      <button
        aria-label={`Remove ${name}`}
        className="mt-7 grid size-11 place-content-center rounded-xl hover:bg-sunken"
        onClick={onRemove}
        type="button"
      >
        <Trash2 aria-hidden size={18} />
      </button>
    </li>
  );
}

/** Single days off, and days with other hours. */
export function DaysSection() {
  const form = useSectionForm(DAYS);
  const add = useRef<HTMLButtonElement>(null);
  const days = form.draft;
  return (
    <SectionFormFrame form={form} id="days-off">
      {days.length === 0 && <p className="text-muted">Every day is as your week says.</p>}
      <ul className="grid divide-y divide-line">
        {days.map((day, index) => (
          <DayRow
            dateError={form.error(`closures[${day.key}]`)}
            day={day}
            error={day.date ? form.error(placeOfDay(day)) : undefined}
            key={day.key}
            onChange={(changed) => form.edit(replaced(days, index, changed))}
            onRemove={() => {
              form.edit(without(days, index));
              add.current?.focus();
            }}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <button
          className="inline-flex min-h-11 items-center gap-2 rounded-xl border border-line px-4 font-medium hover:bg-sunken"
          onClick={() => form.edit([...days, blankDay()])}
          ref={add}
          type="button"
        >
          <CalendarPlus aria-hidden size={16} />
          Add a day
        </button>
        <p className="text-muted text-sm">Public holidays stand in shop.toml.</p>
      </div>
    </SectionFormFrame>
  );
}
