"use client";

import type { Weekday } from "@/api/contract";
import { Tick } from "./Choices";
import { readHours, type Stretch, USUAL, WEEK, writeHours } from "./hours";
import { SectionFormFrame } from "./SectionFormFrame";
import { StretchFields } from "./Stretches";
import { type Shape, useSectionForm } from "./useSectionForm";

type Week = Record<Weekday, Stretch[]>;

const weekOf = <T,>(of: (day: Weekday) => T) =>
  Object.fromEntries(WEEK.map(({ day }) => [day, of(day)])) as Record<Weekday, T>;

const SHAPE: Shape<Week> = {
  id: "hours",
  holds: ["hours"],
  read: ({ hours }) => weekOf((day) => readHours(hours[day] ?? "closed")),
  write: (week) => ({ hours: weekOf((day) => writeHours(week[day])) }),
};

/** The opening hours of a week. */
export function HoursSection() {
  const form = useSectionForm(SHAPE);
  const week = form.draft;
  const lastOpen = WEEK.map(({ day }) => week[day]).findLast((stretches) => stretches.length > 0);
  return (
    <SectionFormFrame form={form} id="hours">
      <ul className="grid divide-y divide-line">
        {WEEK.map(({ day, name }) => {
          const change = (stretches: Stretch[]) => form.edit({ ...week, [day]: stretches }, `hours.${day}`);
          return (
            <li
              className="grid min-w-0 items-start gap-x-5 gap-y-1 py-2 first:pt-0 last:pb-0 sm:grid-cols-[10rem_minmax(0,1fr)]"
              key={day}
            >
              <Tick
                isOn={week[day].length > 0}
                label={<span className="font-medium">{name}</span>}
                onTick={(isOpen) => change(isOpen ? (lastOpen ?? [USUAL]) : [])}
              />
              {week[day].length === 0 ? (
                <p className="text-muted max-sm:pl-8 sm:py-2.5">Closed</p>
              ) : (
                <StretchFields
                  error={form.error(`hours.${day}`)}
                  name={name}
                  onChange={change}
                  stretches={week[day]}
                />
              )}
            </li>
          );
        })}
      </ul>
    </SectionFormFrame>
  );
}
