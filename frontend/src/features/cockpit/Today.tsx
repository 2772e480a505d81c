import Link from "next/link";
import type { CalendarItem, Cockpit } from "@/api/contract";
import { Card, Section } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { dollars } from "@/format/money";
import { clock } from "@/format/time";

const BARS: Record<CalendarItem["kind"], string> = {
  booking: "bg-mode rounded-full",
  hold: "border-l-4 border-dashed border-mode",
  block: "bg-edge rounded-full",
  away: "bg-edge rounded-full",
};

function Row({ item }: { item: CalendarItem }) {
  return (
    <li className="grid grid-cols-[3.25rem_4px_minmax(0,1fr)_auto] gap-x-3 border-line border-t py-3 first:border-t-0">
      <div className="text-right">
        <p className="font-medium">{clock(item.starts, true)}</p>
        <p className="text-muted text-xs">{clock(item.ends, true)}</p>
      </div>
      <div aria-hidden className={`w-1 ${BARS[item.kind]}`} />
      <div className="min-w-0">
        <p className="truncate font-medium">{item.title}</p>
        <p className="text-muted text-sm">
          {item.detail}
          {item.add_ons.length > 0 && <span className="text-mode-ink">, {item.add_ons.join(", ")}</span>}
        </p>
      </div>
      <p className="font-medium">{item.price_cents === null ? "" : dollars(item.price_cents)}</p>
    </li>
  );
}

/** The appointments, holds and blocked time of today. */
export function Today({ today }: { today: Cockpit["today"] }) {
  return (
    <Section
      aside={
        today.says || (
          <Link className="underline underline-offset-4" href="/desk/calendar/" prefetch={false}>
            Calendar
          </Link>
        )
      }
      title="Today"
    >
      <Card className="px-4 py-1">
        {today.items.length === 0 ? (
          <EmptyState>Free all day.</EmptyState>
        ) : (
          <ul>
            {today.items.map((item) => (
              <Row item={item} key={item.id} />
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}
