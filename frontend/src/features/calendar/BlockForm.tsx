"use client";

import { type FormEvent, useState } from "react";
import { book } from "@/api/calls";
import { useCalendar } from "@/api/hooks";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { useDesk } from "@/features/shell/Desk";
import { minuteOf } from "@/format/time";
import { DayField } from "./DayField";
import { Refusal } from "./Refusal";
import { useChange } from "./useChange";
import { dayWords, hoursWords, isDay, spanWords } from "./week";

const FIVE_MINUTES = 300;
const minuteAt = (time: string) => minuteOf(`2000-01-01T${time}`);

type Props = { day: string; onDone: (day: string) => void };

/** Takes time off the calendar, so that nobody is booked in it. */
export function BlockForm({ day: firstDay, onDone }: Props) {
  const { offline } = useDesk();
  const [day, setDay] = useState(firstDay);
  const [from, setFrom] = useState("12:00");
  const [until, setUntil] = useState("13:00");
  const [note, setNote] = useState("");
  const { busy, refused, change } = useChange(onDone);
  const shown = useCalendar(isDay(day) ? day : null, 1).data?.days[0];
  const [opens, closes] = [shown?.hours[0]?.opens, shown?.hours.at(-1)?.closes];
  const minutes = minuteAt(until) - minuteAt(from);
  const isBackwards = from !== "" && until !== "" && minutes <= 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (minutes <= 0) return;
    change(day, async () => {
      const block = await book.block({ date: day, time: from, minutes, note: note.trim() });
      return `Blocked: ${dayWords(day)}, ${spanWords(block)}.`;
    });
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <DayField onChange={setDay} value={day} />
      <div className="grid grid-cols-2 gap-4">
        <Field
          label="From"
          onChange={(event) => setFrom(event.target.value)}
          required
          step={FIVE_MINUTES}
          type="time"
          value={from}
        />
        <Field
          error={isBackwards ? "Pick a time after the first." : undefined}
          label="Until"
          onChange={(event) => setUntil(event.target.value)}
          required
          step={FIVE_MINUTES}
          type="time"
          value={until}
        />
      </div>
      {shown?.date === day && opens && closes && (
        <Button
          onClick={() => {
            setFrom(opens);
            setUntil(closes);
          }}
        >
          All day, {hoursWords({ hours: [{ opens, closes }], reason: "" })}
        </Button>
      )}
      <Field
        autoComplete="off"
        label="What for, if you like"
        maxLength={80}
        onChange={(event) => setNote(event.target.value)}
        placeholder="Dentist"
        value={note}
      />
      <Refusal refused={refused} />
      <Button busy={busy} disabled={offline || isBackwards} kind="primary" type="submit">
        Block it
      </Button>
    </form>
  );
}
