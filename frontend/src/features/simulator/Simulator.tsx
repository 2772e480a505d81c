"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { SimulatorPage } from "@/api/contract";
import { useSimulator } from "@/api/hooks";
import { Banner } from "@/components/Banner";
import { buttonClass } from "@/components/Button";
import { Skeleton } from "@/components/Skeleton";
import { ClockControl } from "./ClockControl";
import { Did } from "./Did";
import { FaultSwitches } from "./FaultSwitches";
import { Phones } from "./Phones";
import { useCalling } from "./useCalling";
import { usePeople } from "./usePeople";
import { useTexting } from "./useTexting";

const COLUMNS = "grid min-w-0 gap-6 xl:grid-cols-[minmax(0,42rem)_16rem_minmax(0,1fr)]";

/** Not from here (403), or not part of this LINDA at all (404). */
const REFUSALS = [403, 404];

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid min-w-0 max-w-[90rem] gap-4 p-4 sm:p-6">
      <header className="flex flex-wrap items-center gap-x-3">
        <Link
          aria-label="To the desk"
          className="-ml-2 grid size-11 place-content-center rounded-xl hover:bg-sunken"
          href="/desk/"
          prefetch={false}
        >
          <ChevronLeft aria-hidden size={22} />
        </Link>
        <h1 className="font-semibold text-xl">Phone simulator</h1>
        <p className="text-muted">No real texts or calls leave this machine.</p>
      </header>
      <main className="grid min-w-0 gap-4">{children}</main>
    </div>
  );
}

function Loading() {
  return (
    <div aria-busy className={COLUMNS}>
      <div className="grid gap-5 md:grid-cols-2">
        <Skeleton className="h-[38rem]" />
        <Skeleton className="h-[38rem] max-md:hidden" />
      </div>
      <Skeleton className="h-96" />
      <Skeleton className="h-72" />
    </div>
  );
}

function Refused({ says }: { says: string }) {
  return (
    <div className="mx-auto grid max-w-prose gap-4 py-12 text-center">
      <h2 className="font-semibold text-2xl">The simulator is not available here.</h2>
      <p className="text-muted">{says}</p>
      <p>
        <Link className={buttonClass("plain")} href="/" prefetch={false}>
          Go to the shop's page
        </Link>
      </p>
    </div>
  );
}

type FullProps = { page: SimulatorPage; disabled: boolean; refresh: () => Promise<unknown> };

function Full({ page, disabled, refresh }: FullProps) {
  const people = usePeople(page);
  const texting = useTexting(page.texts, refresh);
  const calling = useCalling(refresh);
  const { selected } = people;
  const label = people.people.find(({ phone }) => phone === selected)?.label ?? selected;
  return (
    <div className={COLUMNS}>
      <Phones calling={calling} disabled={disabled} page={page} people={people} texting={texting} />
      <div className="grid content-start gap-6 md:grid-cols-2 xl:grid-cols-1">
        <ClockControl disabled={disabled} page={page} refresh={refresh} />
        <FaultSwitches
          customer={selected}
          customerLabel={label}
          disabled={disabled}
          page={page}
          refresh={refresh}
        />
      </div>
      <Did call={calling.of(selected)} outcome={texting.outcome} page={page} />
    </div>
  );
}

/** Both ends of the line on one screen, beside what LINDA did. */
export function Simulator() {
  const { data, error, mutate } = useSimulator();
  if (error && REFUSALS.includes(error.status)) {
    return (
      <Frame>
        <Refused says={error.message} />
      </Frame>
    );
  }
  return (
    <Frame>
      {error && <Banner>{data ? `${error.message} Showing what we had.` : error.message}</Banner>}
      {data ? <Full disabled={error !== undefined} page={data} refresh={() => mutate()} /> : <Loading />}
    </Frame>
  );
}
