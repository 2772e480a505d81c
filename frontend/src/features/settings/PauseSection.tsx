"use client";

import { useId } from "react";
import { Panel } from "./Panel";
import { useStatePart } from "./useStatePart";

type Part = "answers_texts" | "answers_calls" | "keeps_transcripts" | "auto_upsell";

const SWITCHES: readonly { part: Part; name: string; says: string; on: string; off: string }[] = [
  {
    part: "answers_texts",
    name: "LINDA answers texts",
    says: "Off: texts wait for you in the inbox.",
    on: "LINDA answers texts again.",
    off: "LINDA no longer answers texts.",
  },
  {
    part: "answers_calls",
    name: "LINDA answers calls",
    says: "Off: your phone rings, and callers you miss get a text.",
    on: "LINDA answers calls again.",
    off: "LINDA no longer answers calls.",
  },
  {
    part: "keeps_transcripts",
    name: "Keep what is said on calls",
    says: "Off: only what came of a call is kept. Nothing is ever recorded.",
    on: "What is said on calls is kept again.",
    off: "From now on only what comes of a call is kept.",
  },
  {
    part: "auto_upsell",
    name: "LINDA offers add-ons",
    says: "Off: she offers nothing beside the repair.",
    on: "LINDA offers add-ons again.",
    off: "LINDA no longer offers add-ons.",
  },
];

type Props = { name: string; says: string; isOn: boolean; disabled: boolean; onFlip: () => void };

function Switch({ name, says, isOn, disabled, onFlip }: Props) {
  const id = useId();
  return (
    <button
      aria-checked={isOn}
      aria-describedby={`${id}-says`}
      aria-disabled={disabled || undefined}
      aria-labelledby={`${id}-name`}
      className="group flex min-h-14 w-full items-center gap-4 py-2 text-left"
      onClick={() => !disabled && onFlip()}
      role="switch"
      type="button"
    >
      <span className="grid min-w-0 flex-1">
        <span className="font-medium" id={`${id}-name`}>
          {name}
        </span>
        <span className="text-muted text-sm" id={`${id}-says`}>
          {says}
        </span>
      </span>
      <span aria-hidden className="text-muted text-sm">
        {isOn ? "On" : "Off"}
      </span>
      <span
        aria-hidden
        className="flex h-7 w-12 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors group-aria-checked:justify-end group-aria-checked:border-ink group-aria-checked:bg-ink"
      >
        <span className="size-5.5 rounded-full bg-edge group-aria-checked:bg-on-ink" />
      </span>
    </button>
  );
}

/** What LINDA does by herself, switched on and off at once. */
export function PauseSection() {
  const { state, busy, put } = useStatePart();
  return (
    <Panel id="pause">
      <div className="grid divide-y divide-line">
        {SWITCHES.map(({ part, name, says, on, off }) => (
          <Switch
            disabled={busy}
            isOn={state?.[part] ?? true}
            key={part}
            name={name}
            onFlip={() => state && put({ [part]: !state[part] }, state[part] ? off : on)}
            says={says}
          />
        ))}
      </div>
    </Panel>
  );
}
