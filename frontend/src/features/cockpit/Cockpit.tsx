"use client";

import { Section } from "@/components/Card";
import { useDesk } from "@/features/shell/Desk";
import { CockpitSkeleton } from "./CockpitSkeleton";
import { Conversations } from "./Conversations";
import { NeedsYou } from "./NeedsYou";
import { StateHero } from "./StateHero";
import { Today } from "./Today";
import { Week } from "./Week";

/** The page the owner lives on: what he is doing, what needs him, and what LINDA is at. */
export function Cockpit() {
  const { cockpit, offline } = useDesk();
  if (!cockpit) return <CockpitSkeleton />;
  return (
    <div className="grid gap-6">
      <StateHero cockpit={cockpit} disabled={offline} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid min-w-0 content-start gap-6">
          <NeedsYou disabled={offline} needs={cockpit.needs_you} />
          <Section
            aside={
              <span className="hidden lg:inline">
                <kbd className="rounded border border-line px-1.5">j</kbd>{" "}
                <kbd className="rounded border border-line px-1.5">k</kbd> to move
              </span>
            }
            title="Conversations"
          >
            <Conversations cockpit={cockpit} />
          </Section>
        </div>
        <div className="grid min-w-0 content-start gap-6 md:max-xl:grid-cols-2">
          <Today today={cockpit.today} />
          <Week week={cockpit.week} />
        </div>
      </div>
    </div>
  );
}
