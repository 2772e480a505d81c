"use client";

import { type FormEvent, useState } from "react";
import { book } from "@/api/calls";
import type { Appointment, CalendarItem } from "@/api/contract";
import { Button } from "@/components/Button";
import { useDesk } from "@/features/shell/Desk";
import { clock, dayOf } from "@/format/time";
import { DayField } from "./DayField";
import { OpeningPicker } from "./OpeningPicker";
import { Refusal } from "./Refusal";
import { type Place, useChange } from "./useChange";
import { WhoTells } from "./WhoTells";
import { momentWords } from "./week";

type Props = { item: CalendarItem; appointment: Appointment; onDone: (day: string) => void };

/** Moves a booking to another opening. */
export function MoveForm({ item, appointment, onDone }: Props) {
  const { offline } = useDesk();
  const [day, setDay] = useState(dayOf(item.starts));
  const [start, setStart] = useState("");
  const { busy, refused, change } = useChange(onDone, () => setStart(""));
  const { code, customer, minutes } = appointment;
  const where = { service_mode: appointment.service_mode, moving: code };

  function send(place: Place) {
    setDay(place.date);
    change(place.date, async () => {
      const moved = await book.move(code, customer, place);
      return `Moved: ${item.title}, ${momentWords(moved.starts ?? item.starts)}.`;
    });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (start) send({ date: dayOf(start), time: start.slice(11, 16) });
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <p>
        {item.detail}, {minutes} min. Now {momentWords(item.starts)}.
      </p>
      <DayField autoFocus onChange={setDay} value={day} />
      <OpeningPicker chosen={start} date={day} minutes={minutes} onChoose={setStart} where={where} />
      <Refusal busy={busy} onTake={send} refused={refused} verb="Move to" />
      <WhoTells appointment={appointment} what="the new time" />
      <Button busy={busy} disabled={offline || dayOf(start) !== day} kind="primary" type="submit">
        {start && dayOf(start) === day ? `Move to ${clock(start)}` : "Move"}
      </Button>
    </form>
  );
}
