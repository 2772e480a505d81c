"use client";

import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { book } from "@/api/calls";
import type { Appointment, CalendarItem } from "@/api/contract";
import { Button, buttonClass } from "@/components/Button";
import { useDesk } from "@/features/shell/Desk";
import { dollars } from "@/format/money";
import { dayOf } from "@/format/time";
import { Refusal } from "./Refusal";
import { WHERE } from "./serviceModes";
import { useChange } from "./useChange";
import { dayWords, spanWords } from "./week";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

type Props = {
  item: CalendarItem;
  /** The booking behind the item, once it is known. */
  appointment: Appointment | undefined;
  /** A booking of yesterday can't be changed any more. */
  isOver: boolean;
  onMove: () => void;
  onCancel: () => void;
  onDone: (day: string) => void;
};

/** What stands in the calendar there, and what can be done with it. */
export function ItemDetails({ item, appointment, isOver, onMove, onCancel, onDone }: Props) {
  const { offline } = useDesk();
  const { busy, refused, change } = useChange(onDone);
  const isBooking = item.kind === "booking";
  const free = () =>
    change(dayOf(item.starts), async () => {
      await book.unblock(item.id, dayOf(item.starts));
      return `Free again: ${dayWords(dayOf(item.starts))}, ${spanWords(item)}.`;
    });
  return (
    <div className="grid gap-4">
      <p>
        {dayWords(item.starts)}, {spanWords(item)}
      </p>
      {item.kind === "hold" && <p>Held while they make up their mind. It becomes free again by itself.</p>}
      {isBooking && (
        <dl className="grid grid-cols-2 gap-3">
          <Fact name="Repair">{item.detail}</Fact>
          <Fact name="Price">{item.price_cents === null ? "" : dollars(item.price_cents)}</Fact>
          <Fact name="Add-ons">{item.add_ons.join(", ")}</Fact>
          <Fact name="Where">{WHERE[item.service_mode]}</Fact>
          <Fact name="Code">{item.code}</Fact>
          <Fact name="Number">{appointment?.customer_display}</Fact>
          <Fact name="Note">{item.note}</Fact>
        </dl>
      )}
      <Refusal refused={refused} />
      <div className="flex flex-wrap gap-2">
        {item.conversation_id && (
          <Link
            className={buttonClass("primary")}
            href={`/desk/inbox/?c=${encodeURIComponent(item.conversation_id)}`}
            prefetch={false}
          >
            <MessagesSquare aria-hidden size={16} />
            Conversation
          </Link>
        )}
        {isBooking && !isOver && (
          <>
            <Button disabled={offline || !appointment} onClick={onMove}>
              Move
            </Button>
            <Button disabled={offline || !appointment} kind="danger" onClick={onCancel}>
              Cancel booking
            </Button>
          </>
        )}
        {item.kind === "block" && (
          <Button busy={busy} disabled={offline} kind="primary" onClick={free}>
            Free it
          </Button>
        )}
      </div>
    </div>
  );
}
