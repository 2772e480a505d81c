import type { ReactNode } from "react";
import type { PublicPage } from "@/api/contract";
import { Card, Section } from "@/components/Card";

type Stretch = { from: string; to: string; says: string };

/** Neighbouring days with the same hours become one line: "Mon to Sat". */
export function stretches(hours: PublicPage["hours"]): Stretch[] {
  const starts = hours.flatMap(({ says }, at) => (at === 0 || hours[at - 1]?.says !== says ? [at] : []));
  return starts.flatMap((start, at) => {
    const from = hours[start];
    const to = hours[(starts[at + 1] ?? hours.length) - 1];
    return from && to ? [{ from: from.day, to: to.day, says: from.says }] : [];
  });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="first-letter:uppercase">{children}</dd>
    </div>
  );
}

function Hours({ hours }: Pick<PublicPage, "hours">) {
  return (
    <Section title="Hours">
      <Card className="p-4 sm:p-5">
        <dl className="grid gap-2">
          {stretches(hours).map(({ from, to, says }) => (
            <div className="flex justify-between gap-4" key={from}>
              <dt>{from === to ? from : `${from} to ${to}`}</dt>
              <dd className="text-right">{says}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}

/** Hours, warranty, payment and where it is. */
export function Practical({ page }: { page: PublicPage }) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Hours hours={page.hours} />
      <Section title="Good to know">
        <Card className="p-4 sm:p-5">
          <dl className="grid gap-3">
            {page.warranty_days > 0 && <Fact name="Warranty">{page.warranty_days} days on every repair</Fact>}
            <Fact name="Payment">{page.payment.join(", ")}</Fact>
            <Fact name="Where">
              {page.address}. {page.directions}
            </Fact>
          </dl>
        </Card>
      </Section>
    </div>
  );
}
