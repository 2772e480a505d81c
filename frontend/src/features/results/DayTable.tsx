import { ChevronDown } from "lucide-react";
import { monthDay, weekday } from "@/format/time";
import type { Days } from "./DayBars";

/** What the bars show, in numbers; the latest day first, as it is the one that is asked for. */
export function DayTable({ days }: { days: Days }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 text-muted [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="-rotate-90 group-open:rotate-0" size={18} />
        In numbers
      </summary>
      <table className="w-full max-w-md text-left">
        <caption className="sr-only">Texts answered and bookings made, day by day</caption>
        <thead className="border-line border-b text-muted text-sm">
          <tr>
            <th className="py-2 pr-3 font-medium" scope="col">
              Day
            </th>
            <th className="px-3 py-2 text-right font-medium" scope="col">
              Answered
            </th>
            <th className="py-2 pl-3 text-right font-medium" scope="col">
              Booked
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {days.toReversed().map(({ date, answered, booked }) => (
            <tr key={date}>
              <th className="py-2 pr-3 font-normal" scope="row">
                {weekday(date).slice(0, 3)} {monthDay(date)}
              </th>
              <td className="px-3 py-2 text-right">{answered}</td>
              <td className="py-2 pl-3 text-right">{booked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
