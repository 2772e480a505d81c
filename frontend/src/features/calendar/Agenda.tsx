import { ChevronDown, Plus } from "lucide-react";
import type { CalendarDay, CalendarItem } from "@/api/contract";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { dollars } from "@/format/money";
import { clock } from "@/format/time";
import { BAR } from "./looks";
import { dayWords, hoursWords, spanWords } from "./week";

const ROW = "grid w-full grid-cols-[3.25rem_4px_minmax(0,1fr)_auto] gap-x-3 px-4 py-3 text-left";

function RowText({ item }: { item: CalendarItem }) {
  return (
    <>
      <span aria-hidden className="text-right">
        <span className="block font-medium">{clock(item.starts, true)}</span>
        <span className="block text-muted text-xs">{clock(item.ends, true)}</span>
      </span>
      <span aria-hidden className={`w-1 ${BAR[item.kind]}`} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{item.title}</span>
        <span className="sr-only">{spanWords(item)}</span>
        <span className="block text-muted text-sm">
          {item.detail}
          {item.add_ons.length > 0 && <span className="text-mode-ink">, {item.add_ons.join(", ")}</span>}
        </span>
      </span>
      <span className="font-medium">{item.price_cents === null ? "" : dollars(item.price_cents)}</span>
    </>
  );
}

type Props = {
  days: readonly CalendarDay[];
  today: string;
  locked: boolean;
  onOpen: (item: CalendarItem) => void;
  onBook: (day: string) => void;
};

function Day({ day, today, locked, onOpen, onBook }: Omit<Props, "days"> & { day: CalendarDay }) {
  return (
    <section className="grid gap-1.5">
      <div className="flex min-h-11 items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            {dayWords(day.date)}
            {day.date === today && <Chip tone="ink">Today</Chip>}
          </h2>
          <p className="text-muted text-sm">{hoursWords(day)}</p>
        </div>
        {day.is_open && day.date >= today && (
          <button
            aria-label={`Book on ${dayWords(day.date)}`}
            className="grid size-11 shrink-0 place-content-center rounded-xl text-muted hover:bg-sunken disabled:opacity-50"
            disabled={locked}
            onClick={() => onBook(day.date)}
            type="button"
          >
            <Plus aria-hidden size={20} />
          </button>
        )}
      </div>
      {day.items.length > 0 ? (
        <Card className="overflow-hidden">
          <ul className="divide-y divide-line">
            {day.items.map((item) => (
              <li key={item.id}>
                {item.kind === "away" ? (
                  <p className={ROW}>
                    <RowText item={item} />
                  </p>
                ) : (
                  <button className={`${ROW} active:bg-sunken`} onClick={() => onOpen(item)} type="button">
                    <RowText item={item} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ) : (
        day.is_open && (
          <p className="text-muted">{day.date < today ? "Nothing was booked." : "Free all day."}</p>
        )
      )}
    </section>
  );
}

/** The week day by day, for narrow screens; days that are over stand behind a line of their own. */
export function Agenda({ days, ...rest }: Props) {
  const over = days.filter((day) => day.date < rest.today);
  const isPast = over.length === days.length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {over.length > 0 && !isPast && (
        <details className="group">
          <summary className="flex min-h-11 list-none items-center gap-1.5 text-muted [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden className="-rotate-90 group-open:rotate-0" size={18} />
            Earlier this week
          </summary>
          <div className="grid gap-5 pt-2">
            {over.map((day) => (
              <Day day={day} key={day.date} {...rest} />
            ))}
          </div>
        </details>
      )}
      {(isPast ? days : days.filter((day) => day.date >= rest.today)).map((day) => (
        <Day day={day} key={day.date} {...rest} />
      ))}
    </div>
  );
}
