"use client";

import { Download } from "lucide-react";
import { useMemo, useState } from "react";
import { useLeads } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { buttonClass } from "@/components/Button";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { INPUT_CLASS } from "@/components/Field";
import { Segmented } from "@/components/Segmented";
import { Skeleton } from "@/components/Skeleton";
import { useDesk } from "@/features/shell/Desk";
import { LeadCards } from "./LeadCards";
import { LeadTable } from "./LeadTable";
import { counted, fits, STAGES, type StageChoice } from "./stages";

const CHOICE =
  "min-h-11 shrink-0 whitespace-nowrap rounded-lg px-3 font-medium text-muted aria-checked:bg-surface aria-checked:text-ink aria-checked:shadow-sm";

/** Everybody who asked: how far it is with each, and what comes next. */
export function Leads() {
  const { data, error } = useLeads();
  const { cockpit } = useDesk();
  const [stage, setStage] = useState<StageChoice>("all");
  const [search, setSearch] = useState("");
  const all = data?.leads;
  const shown = useMemo(() => all?.filter((lead) => fits(lead, stage, search)), [all, stage, search]);
  const today = cockpit?.today.date ?? "";

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-2xl tracking-tight">Leads</h1>
        {all && all.length > 0 && (
          <a className={buttonClass("plain")} download href="/api/leads.csv">
            <Download aria-hidden size={16} />
            Download
          </a>
        )}
      </div>
      {all && all.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Segmented
            choices={STAGES.map(({ value, label }) => ({ value, label: `${label} ${counted(all, value)}` }))}
            choiceClass={CHOICE}
            className="flex max-w-full overflow-x-auto rounded-xl bg-sunken p-1"
            label="Which leads"
            onChoose={setStage}
            value={stage}
          />
          <input
            aria-label="Search by name, number or device"
            className={`${INPUT_CLASS} sm:max-w-64`}
            onChange={(event) => setSearch(event.target.value)}
            placeholder="Name, number or device"
            type="search"
            value={search}
          />
        </div>
      )}
      {error && !data && <EmptyState>{sentence(error)}</EmptyState>}
      {!error && !data && <Skeleton className="h-96 rounded-card" />}
      {all?.length === 0 && <EmptyState>Leads appear after the first quote.</EmptyState>}
      {shown && all && all.length > 0 && (
        <Card className="overflow-hidden">
          <p className="sr-only" role="status">
            {shown.length} of {all.length} leads
          </p>
          {shown.length === 0 ? (
            <EmptyState>Nobody fits.</EmptyState>
          ) : (
            <>
              <LeadTable leads={shown} today={today} />
              <LeadCards leads={shown} today={today} />
            </>
          )}
        </Card>
      )}
    </div>
  );
}
