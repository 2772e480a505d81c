import type { ReactNode } from "react";
import type { Appointment, ConversationContext } from "@/api/contract";
import { Chip } from "@/components/Chip";
import { dollars } from "@/format/money";
import { clock, monthDay, weekday } from "@/format/time";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function when(booking: Appointment): string {
  if (!booking.starts) return "No time yet";
  return `${weekday(booking.starts).slice(0, 3)} ${monthDay(booking.starts)}, ${clock(booking.starts)}`;
}

/** What LINDA knows about this customer. */
export function Context({ context }: { context: ConversationContext }) {
  const { device, repair, quote_cents: quote, discount_percent: discount, bookings } = context;
  return (
    <div className="grid content-start gap-4">
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {context.opted_out && <Chip tone="error">Opted out of texts</Chip>}
        {!context.phone_confirmed && <Chip>Number not confirmed</Chip>}
      </div>
      <dl className="grid gap-3">
        {context.name && <Fact name="Name">{context.name}</Fact>}
        {(device || repair) && <Fact name="Repair">{[device, repair].filter(Boolean).join(", ")}</Fact>}
        {quote !== null && (
          <Fact name="Quote">
            {dollars(quote)}
            {discount > 0 && `, ${discount}% off`}
          </Fact>
        )}
        {context.handed_over && <Fact name="Why it waits for you">{context.handed_over}</Fact>}
        {context.add_ons.length > 0 && <Fact name="Add-ons">{context.add_ons.join(", ")}</Fact>}
        {bookings.length > 0 && (
          <Fact name="Booked">
            <ul className="grid gap-2">
              {bookings.map((booking) => (
                <li key={booking.code}>
                  {when(booking)}
                  <span className="block text-muted text-sm">
                    {booking.services.join(", ")}, {dollars(booking.price_cents)}, code {booking.code}
                  </span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {context.past.length > 0 && (
          <Fact name="Before">
            <ul className="grid gap-1">
              {context.past.map((repairDone) => (
                <li key={repairDone}>{repairDone}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </div>
  );
}
