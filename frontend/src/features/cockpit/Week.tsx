import type { Week as Numbers } from "@/api/contract";
import { Card, Section } from "@/components/Card";
import { share } from "@/format/share";
import { weekday } from "@/format/time";

const BAR = { width: 14, gap: 6, height: 48 };

function addOns({ add_ons_offered: offered, add_ons_taken: taken }: Numbers): [string, string] {
  if (offered === 0) return ["0", "add-ons offered so far"];
  const [value, counts] = share(taken, offered);
  return [value, ["said yes to an add-on", counts].filter(Boolean).join(", ")];
}

function Bars({ bars }: { bars: Numbers["bars"] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.answered));
  const width = bars.length * (BAR.width + BAR.gap) - BAR.gap;
  const says = bars.map((bar) => `${weekday(bar.date)} ${bar.answered}`).join(", ");
  return (
    <svg
      aria-label={`Texts answered by day: ${says}`}
      className="h-12 shrink-0"
      role="img"
      viewBox={`0 0 ${width} ${BAR.height}`}
    >
      {bars.map((bar, index) => {
        const height = Math.max(3, Math.round((bar.answered / most) * BAR.height));
        return (
          <rect
            className={index === bars.length - 1 ? "fill-mode" : "fill-line"}
            height={height}
            key={bar.date}
            rx={3}
            width={BAR.width}
            x={index * (BAR.width + BAR.gap)}
            y={BAR.height - height}
          />
        );
      })}
    </svg>
  );
}

/** The last seven days in four numbers. */
export function Week({ week }: { week: Numbers }) {
  const [number, says] = addOns(week);
  const counts = [
    ["Answered", week.answered],
    ["Booked", week.booked],
    ["While away", week.while_away],
  ] as const;
  return (
    <Section title="This week">
      <Card className="p-4">
        <div className="flex items-end justify-between gap-4">
          <div className="min-w-0">
            <p className="font-semibold text-3xl">{number}</p>
            <p className="text-muted text-sm">{says}</p>
          </div>
          <Bars bars={week.bars} />
        </div>
        <dl className="mt-4 grid grid-cols-3 gap-3 border-line border-t pt-3">
          {counts.map(([name, count]) => (
            <div key={name}>
              <dt className="text-muted text-sm">{name}</dt>
              <dd className="font-semibold">{count}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}
