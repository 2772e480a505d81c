"use client";

import type { CalendarItem } from "@/api/contract";
import { useBookings } from "@/api/hooks";
import { Dialog } from "@/components/Dialog";
import { dayOf } from "@/format/time";
import { BlockForm } from "./BlockForm";
import { BookForm } from "./BookForm";
import { CancelForm } from "./CancelForm";
import { ItemDetails } from "./ItemDetails";
import { MoveForm } from "./MoveForm";

/** What the owner is at. */
export type Ask = NewAsk | ItemAsk;
type NewAsk = { what: "book" | "block"; day: string };
type ItemAsk = { what: "item" | "move" | "cancel"; item: CalendarItem };

function titleOf(ask: Ask): string {
  if (!("item" in ask)) return ask.what === "book" ? "Book a customer" : "Block time";
  if (ask.what === "item") return ask.item.title;
  return ask.what === "move" ? `Move ${ask.item.title}` : `Cancel ${ask.item.title}?`;
}

type Props = {
  ask: Ask | null;
  /** What the shop's clock shows. */
  now: string | null;
  onAsk: (ask: Ask | null) => void;
  /** Something changed on this day. */
  onDone: (day: string) => void;
};

type ItemProps = Omit<Props, "ask"> & { ask: ItemAsk };

/** The item with the booking behind it, which knows whose it is. */
function AboutItem({ ask: { what, item }, now, onAsk, onDone }: ItemProps) {
  const { data } = useBookings(item.kind === "booking" ? dayOf(item.starts) : null, 1);
  const appointment = data?.bookings.find(
    (each) => each.code === item.code && each.conversation_id === item.conversation_id,
  );
  if (what === "move" && appointment)
    return <MoveForm appointment={appointment} item={item} onDone={onDone} />;
  if (what === "cancel" && appointment)
    return <CancelForm appointment={appointment} item={item} onDone={onDone} onKeep={() => onAsk(null)} />;
  return (
    <ItemDetails
      appointment={appointment}
      isOver={now !== null && item.ends.slice(0, 16) <= now.slice(0, 16)}
      item={item}
      onCancel={() => onAsk({ what: "cancel", item })}
      onDone={onDone}
      onMove={() => onAsk({ what: "move", item })}
    />
  );
}

/** The one dialog of the page: what is booked, and everything that changes it. */
export function CalendarDialog({ ask, now, onAsk, onDone }: Props) {
  return (
    <Dialog
      onClose={() => onAsk(null)}
      open={ask !== null}
      title={ask ? titleOf(ask) : ""}
      wide={ask?.what === "book"}
    >
      {ask?.what === "book" && <BookForm day={ask.day} onDone={onDone} />}
      {ask?.what === "block" && <BlockForm day={ask.day} onDone={onDone} />}
      {ask && "item" in ask && <AboutItem ask={ask} now={now} onAsk={onAsk} onDone={onDone} />}
    </Dialog>
  );
}
