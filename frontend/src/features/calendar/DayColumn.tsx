import { Plus } from "lucide-react";
import type { CSSProperties } from "react";
import type { CalendarDay, CalendarItem } from "@/api/contract";
import { dollars } from "@/format/money";
import { clock, weekday } from "@/format/time";
import { openOn, type Placed, placed, type Stretch, stretchOf } from "./grid";
import { BOX } from "./looks";
import { dayWords, hoursWords, spanWords } from "./week";

type Place = Stretch & { lane?: number; lanes?: number };

/** Where something stands in its column. Drawn in the browser only: the policy forbids style in a prerendered page. */
function at(shown: Stretch, { from, to, lane = 0, lanes = 1 }: Place): CSSProperties {
  const share = (minutes: number) => `${(minutes / (shown.to - shown.from)) * 100}%`;
  const [start, end] = [Math.max(from, shown.from), Math.min(to, shown.to)];
  return {
    top: share(start - shown.from),
    height: share(Math.max(0, end - start)),
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  };
}

/** Minutes a box must last for its second and its third line to fit. */
const LINES = { second: 25, third: 40 } as const;

type BoxProps = { shown: Stretch; place: Placed; onOpen: (item: CalendarItem) => void };

function Box({ shown, place, onOpen }: BoxProps) {
  const { item, from, to } = place;
  const isBlock = item.kind === "block";
  const detail = to - from >= LINES.second ? "block truncate" : "sr-only";
  return (
    <li className="absolute min-h-6 px-px" style={at(shown, place)}>
      <button
        className={`flex size-full flex-col items-start overflow-hidden rounded-lg px-1.5 py-px text-left text-xs leading-5 shadow-[0_0_0_1px_var(--surface)] ${BOX[item.kind]}`}
        onClick={() => onOpen(item)}
        type="button"
      >
        <span
          className={`max-w-full truncate font-semibold ${isBlock ? "mt-px rounded bg-surface px-1" : ""}`}
        >
          {item.title}
        </span>
        {item.detail && <span className={`max-w-full ${detail}`}>{item.detail}</span>}
        <span className="sr-only">{spanWords(item)}</span>
        {!isBlock && to - from >= LINES.third && (
          <span aria-hidden className="max-w-full truncate">
            {clock(item.starts, true)} to {clock(item.ends, true)}
            {item.price_cents ? `, ${dollars(item.price_cents)}` : ""}
          </span>
        )}
      </button>
    </li>
  );
}

type Props = {
  day: CalendarDay;
  shown: Stretch;
  today: string;
  /** The minute of the day it is now, when the day is today. */
  now: number | null;
  locked: boolean;
  onOpen: (item: CalendarItem) => void;
  onBook: (day: string) => void;
};

function Head({ day, today, locked, onBook }: Pick<Props, "day" | "today" | "locked" | "onBook">) {
  const isToday = day.date === today;
  return (
    <header className="flex h-16 items-center justify-between gap-1 border-line border-b pl-2">
      <div className="min-w-0">
        <h2 className="flex items-center gap-1.5 font-semibold">
          <span aria-hidden>{weekday(day.date).slice(0, 3)}</span>
          <span aria-hidden className={isToday ? "rounded-full bg-ink px-2 text-on-ink" : ""}>
            {Number(day.date.slice(8))}
          </span>
          <span className="sr-only">
            {dayWords(day.date)}
            {isToday && ", today"}
          </span>
        </h2>
        <p className="truncate text-muted text-xs" title={hoursWords(day)}>
          {hoursWords(day)}
        </p>
      </div>
      {day.is_open && day.date >= today && (
        <button
          aria-label={`Book on ${dayWords(day.date)}`}
          className="hidden size-11 shrink-0 place-content-center rounded-xl text-muted hover:bg-sunken hover:text-ink disabled:opacity-50 xl:grid"
          disabled={locked}
          onClick={() => onBook(day.date)}
          type="button"
        >
          <Plus aria-hidden size={18} />
        </button>
      )}
    </header>
  );
}

/** One day of the grid: its hours light, what is booked in its place, and the time it is. */
export function DayColumn({ day, shown, now, onOpen, ...head }: Props) {
  const away = day.items.filter((item) => item.kind === "away");
  const boxes = placed(day.items.filter((item) => item.kind !== "away"));
  return (
    <section className="min-w-0 border-line border-l">
      <Head day={day} {...head} />
      <div className="relative bg-sunken" style={{ height: `${(shown.to - shown.from) / 10}rem` }}>
        {openOn(day).map((stretch) => (
          <div aria-hidden className="absolute bg-surface" key={stretch.from} style={at(shown, stretch)} />
        ))}
        {away.map((item) => (
          <div
            className={`absolute overflow-hidden p-1.5 text-xs ${BOX.away}`}
            key={item.id}
            style={at(shown, stretchOf(item))}
          >
            <p className="inline-block max-w-full rounded bg-surface px-1">
              {item.title}
              <span className="sr-only">, {spanWords(item)}</span>
            </p>
          </div>
        ))}
        <div aria-hidden className="cal-hours pointer-events-none absolute inset-0" />
        {boxes.length > 0 && (
          <ul aria-label={`In the calendar on ${dayWords(day.date)}`}>
            {boxes.map((place) => (
              <Box key={place.item.id} onOpen={onOpen} place={place} shown={shown} />
            ))}
          </ul>
        )}
        {now !== null && now >= shown.from && now <= shown.to && (
          <div
            aria-hidden
            className="pointer-events-none absolute z-10 border-error border-t-2 before:absolute before:-top-[5px] before:-left-1 before:size-2 before:rounded-full before:bg-error"
            style={at(shown, { from: now, to: now })}
          />
        )}
      </div>
    </section>
  );
}
