"use client";

import { useState } from "react";
import { useResults } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Segmented } from "@/components/Segmented";
import { Skeleton } from "@/components/Skeleton";
import { DayBars } from "./DayBars";
import { figures } from "./figures";

const SPANS = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
] as const;

/** What LINDA did for the shop, counted from what was said and booked. */
export function Results() {
  const [span, setSpan] = useState<"7" | "30">("7");
  const days = span === "7" ? 7 : 30;
  const { data: latest, error } = useResults(days);
  // The answer before stays in hand until the next one comes; it is not shown under the other's name.
  const data = latest?.days === days ? latest : undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-2xl tracking-tight">Results</h1>
        <Segmented
          choices={SPANS}
          className="flex shrink-0 whitespace-nowrap rounded-xl bg-sunken p-1"
          label="How far back"
          onChoose={setSpan}
          value={span}
        />
      </div>
      {error && !data && <EmptyState>{sentence(error)}</EmptyState>}
      {!error && !data && <Skeleton className="h-96 rounded-card" />}
      {data && (
        <>
          <dl className="grid grid-cols-1 gap-3 min-[30rem]:grid-cols-2 xl:grid-cols-4">
            {figures(data).map(({ name, value, says }) => (
              <Card className="p-4" key={name}>
                <dt className="text-muted">{name}</dt>
                <dd className="mt-1 font-semibold text-3xl">{value}</dd>
                {says && <dd className="mt-0.5 text-muted text-sm">{says}</dd>}
              </Card>
            ))}
          </dl>
          {data.answered + data.booked === 0 ? (
            <EmptyState>Nothing was answered or booked in these days.</EmptyState>
          ) : (
            <DayBars days={data.by_day} />
          )}
        </>
      )}
    </div>
  );
}
