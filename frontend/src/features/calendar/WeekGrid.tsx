import type { CalendarDay, CalendarItem } from "@/api/contract";
import { Card } from "@/components/Card";
import { clock, dayOf, minuteOf } from "@/format/time";
import { DayColumn } from "./DayColumn";
import { hoursShown, type Stretch } from "./grid";

/** "9 AM" beside the line of each whole hour but the first, which the head of the day stands over. */
function Hours({ shown }: { shown: Stretch }) {
  const hours = Array.from({ length: (shown.to - shown.from) / 60 }, (_, index) => shown.from / 60 + index);
  return (
    <div aria-hidden className="pt-16 text-right text-muted text-xs">
      {hours.map((hour) => {
        const [says = ""] = clock(`2000-01-01T${String(hour).padStart(2, "0")}:00`).split(":00");
        return (
          <p className="h-24 pt-0.5 pr-2" key={hour}>
            {says} {hour < 12 ? "AM" : "PM"}
          </p>
        );
      })}
    </div>
  );
}

type Props = {
  days: readonly CalendarDay[];
  today: string;
  now: string | null;
  locked: boolean;
  onOpen: (item: CalendarItem) => void;
  onBook: (day: string) => void;
};

/** A week in columns, an hour six lines high: even a quarter of an hour can be hit. */
export function WeekGrid({ days, now, ...rest }: Props) {
  const shown = hoursShown(days);
  return (
    <Card className="overflow-x-auto">
      <div className="grid min-w-[46rem] grid-cols-[3.25rem_repeat(7,minmax(0,1fr))]">
        <Hours shown={shown} />
        {days.map((day) => (
          <DayColumn
            day={day}
            key={day.date}
            now={now && dayOf(now) === day.date ? minuteOf(now) : null}
            shown={shown}
            {...rest}
          />
        ))}
      </div>
    </Card>
  );
}
