"use client";

import { type FormEvent, useState } from "react";
import { book } from "@/api/calls";
import { useSettings } from "@/api/hooks";
import { newId } from "@/api/newId";
import { sentence } from "@/api/problem";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { Skeleton } from "@/components/Skeleton";
import { useDesk } from "@/features/shell/Desk";
import { clock, dayOf } from "@/format/time";
import { DayField } from "./DayField";
import { OpeningPicker } from "./OpeningPicker";
import { Refusal } from "./Refusal";
import { RepairFields } from "./RepairFields";
import { placesOf, type ServiceMode } from "./serviceModes";
import { type Place, useChange } from "./useChange";
import { momentWords } from "./week";

type Props = { day: string; onDone: (day: string) => void };

/** Books a customer by hand, under the same rules LINDA books by. */
export function BookForm({ day: firstDay, onDone }: Props) {
  const { offline } = useDesk();
  const settings = useSettings();
  // One key for as long as the form is open: sent twice, it is still one booking.
  const [key] = useState(newId);
  const [day, setDay] = useState(firstDay);
  const [start, setStart] = useState("");
  const [customer, setCustomer] = useState("");
  const [name, setName] = useState("");
  const [device, setDevice] = useState("");
  const [repair, setRepair] = useState("");
  const [wanted, setWanted] = useState<ServiceMode>("in_shop");
  const { busy, refused, change } = useChange(onDone, () => setStart(""));

  if (!settings.data)
    return settings.error ? <Banner>{sentence(settings.error)}</Banner> : <Skeleton className="h-96" />;
  const { services, booking } = settings.data;
  const service = services.find((each) => each.id === repair);
  const modes = service ? placesOf(service) : [];
  const mode = modes.includes(wanted) ? wanted : modes[0];

  function send(place: Place) {
    setDay(place.date);
    change(place.date, async () => {
      const order = { ...place, customer, device, repair_type: repair, name: name.trim() || null };
      const made = await book.add({ ...order, service_mode: mode }, key);
      const who = made.name || made.customer_display;
      return `Booked: ${who}${made.starts ? `, ${momentWords(made.starts)}` : ""}, code ${made.code}.`;
    });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (start) send({ date: dayOf(start), time: start.slice(11, 16) });
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          autoComplete="off"
          label="Customer's number"
          onChange={(event) => setCustomer(event.target.value)}
          required
          type="tel"
          value={customer}
        />
        <Field
          autoComplete="off"
          label="Name, if you know it"
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
          value={name}
        />
        <RepairFields
          device={device}
          mode={mode}
          modes={modes}
          onDevice={setDevice}
          onMode={setWanted}
          onRepair={setRepair}
          repair={repair}
          services={services}
          surcharge={booking.on_site_surcharge}
        />
        <DayField onChange={setDay} value={day} />
      </div>
      {service ? (
        <OpeningPicker
          chosen={start}
          date={day}
          minutes={service.minutes}
          onChoose={setStart}
          where={{ service_mode: mode }}
        />
      ) : (
        <p className="text-muted">Pick a repair to see when it fits.</p>
      )}
      <Refusal busy={busy} onTake={send} refused={refused} verb="Book" />
      <Button busy={busy} disabled={offline || dayOf(start) !== day} kind="primary" type="submit">
        {start && dayOf(start) === day ? `Book ${clock(start)}` : "Book"}
      </Button>
    </form>
  );
}
