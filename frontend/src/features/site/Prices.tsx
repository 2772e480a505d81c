import type { Price } from "@/api/contract";
import { Card, Section } from "@/components/Card";

/** "battery" -> "Battery", but "iPhone screen" keeps its own spelling. */
function titled(name: string): string {
  return /^[a-z](?![A-Z])/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function Row({ price }: { price: Price }) {
  return (
    <li className="flex items-baseline justify-between gap-4 border-line border-t py-3 first:border-t-0 sm:[&:nth-child(2)]:border-t-0">
      <div>
        <p>{titled(price.name)}</p>
        <p className="text-muted text-sm">
          about {price.minutes} minutes{price.fee ? ", fixed fee" : ""}
        </p>
      </div>
      <p className="font-semibold text-lg">{price.says}</p>
    </li>
  );
}

/** The price book. */
export function Prices({ prices }: { prices: Price[] }) {
  return (
    <Section aside="Prices start at these" title="Prices">
      <Card className="px-4 sm:px-5">
        <ul className="grid sm:grid-cols-2 sm:gap-x-10">
          {prices.map((price) => (
            <Row key={price.id} price={price} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}
