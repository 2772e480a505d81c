"use client";

import { CalendarPlus, CalendarX } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import type { CalendarItem } from "@/api/contract";
import { useCalendar } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { useMedia } from "@/components/useMedia";
import { useDesk } from "@/features/shell/Desk";
import { Agenda } from "./Agenda";
import { type Ask, CalendarDialog } from "./CalendarDialog";
import "./calendar.css";
import { useFocusBack } from "./useFocusBack";
import { useShopNow } from "./useShopNow";
import { WeekGrid } from "./WeekGrid";
import { WeekNav } from "./WeekNav";
import { isDay, mondayOf } from "./week";

const TITLE = "font-semibold text-2xl tracking-tight outline-none";

/** The week that is shown: the one in the address (`?week=`), else that of today; null until today is known. */
function useWeek(today: string | undefined) {
  const router = useRouter();
  const named = useSearchParams().get("week") ?? "";
  const day = isDay(named) ? named : today;
  const go = (to: string | null) =>
    router.replace(`/desk/calendar/${to ? `?week=${mondayOf(to)}` : ""}`, { scroll: false });
  return { monday: day ? mondayOf(day) : null, go };
}

function CalendarBody() {
  const { cockpit, offline } = useDesk();
  const today = cockpit?.today.date;
  const now = useShopNow();
  const isWide = useMedia("(min-width: 48rem)");
  const { monday, go } = useWeek(today);
  const { data, error } = useCalendar(monday, 7);
  const [ask, setAsk] = useState<Ask | null>(null);
  // The week before stays in hand while the next one is on its way; it is not shown under the other's name.
  const days = data?.days[0]?.date === monday ? data?.days : undefined;
  const heading = useFocusBack(ask !== null, days);
  const locked = offline || !today;
  const firstDay = today && monday && monday > today ? monday : (today ?? "");

  function done(day: string) {
    setAsk(null);
    if (monday && mondayOf(day) !== monday) go(day);
  }

  const shared = days &&
    today && {
      days,
      today,
      locked,
      onOpen: (item: CalendarItem) => setAsk({ what: "item", item }),
      onBook: (day: string) => setAsk({ what: "book", day }),
    };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className={TITLE} ref={heading} tabIndex={-1}>
          Calendar
        </h1>
        <div className="max-sm:order-last max-sm:w-full">
          {monday && <WeekNav monday={monday} onGo={go} onToday={() => go(null)} />}
        </div>
        <div className="ml-auto flex gap-2">
          <Button
            disabled={locked}
            icon={<CalendarX aria-hidden className="max-sm:hidden" size={16} />}
            onClick={() => setAsk({ what: "block", day: firstDay })}
          >
            Block time
          </Button>
          <Button
            disabled={locked}
            icon={<CalendarPlus aria-hidden className="max-sm:hidden" size={16} />}
            kind="primary"
            onClick={() => setAsk({ what: "book", day: firstDay })}
          >
            Book
          </Button>
        </div>
      </div>
      {!shared && error && <EmptyState>{sentence(error)}</EmptyState>}
      {!shared && !error && <Skeleton className="h-[40rem] rounded-card" />}
      {shared && (isWide ? <WeekGrid now={now} {...shared} /> : <Agenda {...shared} />)}
      <CalendarDialog ask={ask} now={now} onAsk={setAsk} onDone={done} />
    </>
  );
}

/** The weeks: what is booked, held and blocked, and everything the owner changes about it. */
export function Calendar() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Suspense
        fallback={
          <>
            <h1 className={TITLE}>Calendar</h1>
            <Skeleton className="h-[40rem] rounded-card" />
          </>
        }
      >
        <CalendarBody />
      </Suspense>
    </div>
  );
}
