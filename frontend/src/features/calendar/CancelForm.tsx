"use client";

import { book } from "@/api/calls";
import type { Appointment, CalendarItem } from "@/api/contract";
import { Button } from "@/components/Button";
import { useDesk } from "@/features/shell/Desk";
import { dollars } from "@/format/money";
import { dayOf } from "@/format/time";
import { Refusal } from "./Refusal";
import { useChange } from "./useChange";
import { WhoTells } from "./WhoTells";
import { momentWords } from "./week";

type Props = {
  item: CalendarItem;
  appointment: Appointment;
  onDone: (day: string) => void;
  onKeep: () => void;
};

/** Names what is lost before a booking is cancelled. */
export function CancelForm({ item, appointment, onDone, onKeep }: Props) {
  const { offline } = useDesk();
  const { busy, refused, change } = useChange(onDone);
  const { code, customer, price_cents: price } = appointment;
  const cancel = () =>
    change(dayOf(item.starts), async () => {
      await book.cancel(code, customer);
      return `Cancelled: ${item.title}, ${momentWords(item.starts)}.`;
    });
  return (
    <div className="grid gap-4">
      <p>
        {item.title} loses {momentWords(item.starts)}: {item.detail}
        {price > 0 && `, ${dollars(price)}`}, code {code}. Somebody else can book that time at once.
      </p>
      <WhoTells appointment={appointment} what="about it" />
      <Refusal refused={refused} />
      <div className="flex flex-wrap gap-2">
        <Button autoFocus onClick={onKeep}>
          Keep it
        </Button>
        <Button busy={busy} disabled={offline} kind="danger" onClick={cancel}>
          Cancel the booking
        </Button>
      </div>
    </div>
  );
}
