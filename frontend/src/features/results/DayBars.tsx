import type { Results } from "@/api/contract";
import { Card, Section } from "@/components/Card";
import { monthDay, weekday } from "@/format/time";

type Days = Results["by_day"];

const HEIGHT = 120;
const BAR = { width: 16, gap: 8 };

function said(days: Days): string {
  return days
    .map(({ date, answered, booked }) => `${monthDay(date)}: ${answered} answered, ${booked} booked`)
    .join("; ");
}

/** Texts answered each day, and the bookings among them. */
export function DayBars({ days }: { days: Days }) {
  const most = Math.max(1, ...days.map((day) => day.answered));
  const width = days.length * (BAR.width + BAR.gap) - BAR.gap;
  const tall = (count: number) => (count === 0 ? 0 : Math.max(3, Math.round((count / most) * HEIGHT)));
  const [first, last] = [days[0], days.at(-1)];
  return (
    <Section aside={`${most} a day at most`} title="By day">
      <Card className="grid gap-2 p-4">
        <svg
          aria-label={said(days)}
          className="h-32 w-full max-w-2xl"
          preserveAspectRatio="none"
          role="img"
          viewBox={`0 0 ${width} ${HEIGHT}`}
        >
          {days.map(({ date, answered, booked }, at) => (
            <g key={date}>
              <rect
                className="fill-line"
                height={Math.max(2, tall(answered))}
                width={BAR.width}
                x={at * (BAR.width + BAR.gap)}
                y={HEIGHT - Math.max(2, tall(answered))}
              />
              <rect
                className="fill-mode"
                height={tall(Math.min(booked, answered))}
                width={BAR.width}
                x={at * (BAR.width + BAR.gap)}
                y={HEIGHT - tall(Math.min(booked, answered))}
              />
            </g>
          ))}
        </svg>
        {first && last && (
          <div className="flex max-w-2xl justify-between text-muted text-sm">
            <span>{monthDay(first.date)}</span>
            <span>
              {weekday(last.date)}, {monthDay(last.date)}
            </span>
          </div>
        )}
        <p className="flex flex-wrap gap-x-5 text-muted text-sm">
          <span className="inline-flex items-center gap-2">
            <span aria-hidden className="size-3 rounded-sm bg-line" /> Answered
          </span>
          <span className="inline-flex items-center gap-2">
            <span aria-hidden className="size-3 rounded-sm bg-mode" /> Booked
          </span>
        </p>
      </Card>
    </Section>
  );
}
