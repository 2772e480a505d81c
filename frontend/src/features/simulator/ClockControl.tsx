"use client";

import { type FormEvent, useState } from "react";
import { simulator } from "@/api/calls";
import type { ClockChange, SimulatorPage } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { Section } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { FieldFrame, INPUT_CLASS } from "@/components/Field";
import { useToast } from "@/components/Toast";
import { clock, monthDay, weekday } from "@/format/time";

type Props = { page: SimulatorPage; disabled: boolean; refresh: () => Promise<unknown> };

/** Moves LINDA's clock, so that an evening or a Sunday can be tried now. */
export function ClockControl({ page, disabled, refresh }: Props) {
  const toast = useToast();
  const [moment, setMoment] = useState("");

  async function change(to: ClockChange) {
    try {
      await simulator.clock(to);
      await refresh();
    } catch (problem) {
      toast({ says: sentence(problem) });
    }
  }

  function jump(event: FormEvent) {
    event.preventDefault();
    change({ at: moment || page.now.slice(0, 16) });
  }

  return (
    <Section aside={page.clock_moved && <Chip tone="ink">moved</Chip>} title="LINDA's clock">
      <p aria-live="off">
        {weekday(page.now)}, {monthDay(page.now)}, {clock(page.now)}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <Button disabled={disabled} onClick={() => change({ minutes: 15 })}>
          +15 min
        </Button>
        <Button disabled={disabled} onClick={() => change({ minutes: 60 })}>
          +1 h
        </Button>
      </div>
      <form className="grid gap-2" onSubmit={jump}>
        <FieldFrame label="Jump to">
          {(control) => (
            <input
              {...control}
              className={INPUT_CLASS}
              disabled={disabled}
              onChange={(event) => setMoment(event.target.value)}
              type="datetime-local"
              value={moment || page.now.slice(0, 16)}
            />
          )}
        </FieldFrame>
        <div className="grid grid-cols-2 gap-2">
          <Button disabled={disabled} type="submit">
            Jump
          </Button>
          <Button
            disabled={disabled || !page.clock_moved}
            onClick={() => {
              setMoment("");
              change({ reset: true });
            }}
          >
            Back to now
          </Button>
        </div>
      </form>
    </Section>
  );
}
