"use client";

import dynamic from "next/dynamic";
import { useSettings } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Skeleton } from "@/components/Skeleton";
import { SectionIndex } from "./SectionIndex";
import { ShopSettingsProvider } from "./ShopSettings";
import { UnsavedProvider } from "./Unsaved";

function SectionsSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-3 lg:gap-6">
      {["hours", "days", "prices", "add-ons", "discounts"].map((name) => (
        <Skeleton className="h-20 rounded-card lg:h-64" key={name} />
      ))}
    </div>
  );
}

// The forms come after the page: what they hold has to be asked for anyway.
const Sections = dynamic(() => import("./Sections").then((module) => module.Sections), {
  ssr: false,
  loading: SectionsSkeleton,
});

/** Everything LINDA goes by, in sections that are saved one by one. */
export function Settings() {
  const { data, error, mutate } = useSettings();
  return (
    <UnsavedProvider>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <h1 className="font-semibold text-2xl tracking-tight">Settings</h1>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 lg:grid-cols-[12rem_minmax(0,52rem)]">
          <SectionIndex />
          {data && (
            <ShopSettingsProvider mutate={mutate} settings={data}>
              <Sections />
            </ShopSettingsProvider>
          )}
          {!data && error && (
            <div>
              <Banner action={<Button onClick={() => mutate()}>Try again</Button>}>{sentence(error)}</Banner>
            </div>
          )}
          {!data && !error && <SectionsSkeleton />}
        </div>
      </div>
    </UnsavedProvider>
  );
}
