import type { Results } from "@/api/contract";
import { Card, Section } from "@/components/Card";
import { monthDay, weekday } from "@/format/time";
import { DayTable } from "./DayTable";

export type Days = Results["by_day"];

const HEIGHT = 120;
const BAR = { width: 9, gap: 2 };
/** What a day takes in all, with as much beside its two bars as keeps it apart from the next. */
const DAY = 28;
const A_WEEK = 7;

const AT = { answered: (DAY - BAR.gap) / 2 - BAR.width, booked: (DAY + BAR.gap) / 2 } as const;

function Bars({ days, most }: { days: Days; most: number }) {
  const bar = (of: "answered" | "booked", count: number, index: number) => {
    const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * HEIGHT));
    const colour = count === 0 ? "fill-line" : of === "answered" ? "fill-edge" : "fill-mode";
    return (
      <rect
        className={colour}
        height={height}
        width={BAR.width}
        x={index * DAY + AT[of]}
        y={HEIGHT - height}
      />
    );
  };
  return (
    <svg
      aria-label="Texts answered and bookings made, day by day; the table below holds the same"
      className="h-40 w-full"
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${days.length * DAY} ${HEIGHT}`}
    >
      {days.map(({ date, answered, booked }, index) => (
        <g key={date}>
          {bar("answered", answered, index)}
          {bar("booked", booked, index)}
        </g>
      ))}
    </svg>
  );
}

/** The days under their bars: each of a week, of a month the first and the last. */
function Under({ days }: { days: Days }) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  if (days.length > A_WEEK)
    return (
      <div aria-hidden className="flex justify-between text-muted text-sm">
        <span>{monthDay(first.date)}</span>
        <span>{monthDay(last.date)}</span>
      </div>
    );
  return (
    <div aria-hidden className="grid grid-cols-7 text-center text-muted text-sm">
      {days.map(({ date }) => (
        <span key={date}>{weekday(date).slice(0, 3)}</span>
      ))}
    </div>
  );
}

/** Texts answered each day, and beside them the bookings made. */
export function DayBars({ days }: { days: Days }) {
  const busiest = days.reduce((most, day) => (day.answered > most.answered ? day : most));
  const most = Math.max(1, ...days.flatMap(({ answered, booked }) => [answered, booked]));
  return (
    <Section
      aside={busiest.answered > 0 && `Busiest: ${monthDay(busiest.date)}, ${busiest.answered} answered`}
      title="By day"
    >
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-2 p-4">
        <Bars days={days} most={most} />
        <Under days={days} />
        <p aria-hidden className="flex flex-wrap gap-x-5 text-muted text-sm">
          <span className="inline-flex items-center gap-2">
            <span className="size-3 rounded-sm bg-edge" /> Answered
          </span>
          <span className="inline-flex items-center gap-2">
            <span className="size-3 rounded-sm bg-mode" /> Booked
          </span>
        </p>
        <DayTable days={days} />
      </Card>
    </Section>
  );
}
