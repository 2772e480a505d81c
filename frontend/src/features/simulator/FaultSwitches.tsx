"use client";

import { useState } from "react";
import { simulator } from "@/api/calls";
import type { Faults, SimulatorPage } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { Card, Section } from "@/components/Card";
import { useToast } from "@/components/Toast";

type Props = {
  page: SimulatorPage;
  customer: string;
  customerLabel: string;
  disabled: boolean;
  refresh: () => Promise<unknown>;
};
type SwitchProps = {
  name: string;
  hint: string;
  on: boolean;
  disabled: boolean;
  onChange: (to: boolean) => void;
};

const NONE: Faults = {
  model_down: false,
  model_slow: false,
  deliver_twice: false,
  lose_response: false,
  refuse_sends: false,
  blocked: [],
};

const TWILIO = [
  ["deliver_twice", "Twilio delivers twice", "The same text comes again, and counts once."],
  ["lose_response", "The answer gets lost", "The first answer never reaches Twilio."],
  ["refuse_sends", "Twilio refuses to send", "Texts LINDA starts by herself don't go out."],
] as const;

const MODEL = [
  ["model_down", "Model is down", "It can't be reached; LINDA's own rules answer."],
  ["model_slow", "Model is slow", "LINDA waits nine seconds, then answers herself."],
] as const;

function Switch({ name, hint, on, disabled, onChange }: SwitchProps) {
  return (
    <label className="flex min-h-14 items-center gap-3 px-3.5 py-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="block text-muted text-sm">{hint}</span>
      </span>
      <input
        checked={on}
        className="size-6 shrink-0 accent-ink"
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
    </label>
  );
}

/** What can go wrong on the way, one switch each. */
export function FaultSwitches({ page, customer, customerLabel, disabled, refresh }: Props) {
  const toast = useToast();
  const [wished, setWished] = useState<Faults | null>(null);
  const faults = wished ?? page.faults;
  const isQuiet = JSON.stringify({ ...NONE, ...faults }) === JSON.stringify(NONE);

  async function set(to: Faults) {
    setWished(to);
    try {
      await simulator.faults(to);
      await refresh();
    } catch (problem) {
      toast({ says: sentence(problem) });
    }
    setWished(null);
  }

  function block(to: boolean) {
    const others = faults.blocked.filter((phone) => phone !== customer);
    set({ ...faults, blocked: to ? [...others, customer] : others });
  }

  const model = MODEL.map(([key, name, hint]) => (
    <Switch
      disabled={disabled}
      hint={hint}
      key={key}
      name={name}
      on={faults[key]}
      onChange={(to) => set({ ...faults, [key]: to })}
    />
  ));
  const twilio = TWILIO.map(([key, name, hint]) => (
    <Switch
      disabled={disabled}
      hint={hint}
      key={key}
      name={name}
      on={faults[key]}
      onChange={(to) => set({ ...faults, [key]: to })}
    />
  ));
  return (
    <Section title="What goes wrong">
      <Card className="divide-y divide-line">
        {model}
        {twilio}
        <Switch
          disabled={disabled}
          hint={customerLabel}
          name="Carrier blocks this customer"
          on={faults.blocked.includes(customer)}
          onChange={block}
        />
      </Card>
      <Button disabled={disabled || isQuiet} onClick={() => set(NONE)}>
        All well again
      </Button>
    </Section>
  );
}
