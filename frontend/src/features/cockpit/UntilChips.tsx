"use client";

import type { Cockpit } from "@/api/contract";
import { clockOrDay } from "@/format/time";

const CHIP =
  "min-h-11 shrink-0 rounded-full border border-mode-line px-4 font-medium text-mode-ink hover:bg-surface aria-pressed:border-mode-ink aria-pressed:bg-mode-ink aria-pressed:text-mode-soft aria-disabled:opacity-60";

type Props = {
  cockpit: Cockpit;
  disabled: boolean;
  onChoose: (until: string | null) => void;
  onPick: () => void;
};

/** When the mode ends: the server's suggestions, a time of one's own, or no end. */
export function UntilChips({ cockpit, disabled, onChoose, onPick }: Props) {
  const until = cockpit.state.state.until;
  const suggested = cockpit.until_choices;
  // Work goes on until something else is said.
  if (!until && (suggested.length === 0 || cockpit.state.state.mode === "WORK")) return null;
  const own = until && !suggested.some((choice) => same(choice.until, until));
  // A chip that is locked keeps the focus, which `disabled` would lose.
  const unlessLocked = (press: () => void) => () => !disabled && press();
  return (
    <fieldset
      aria-label="Until when"
      className="-mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] lg:mx-0 lg:flex-wrap lg:px-0"
    >
      {own && (
        <button
          aria-pressed="true"
          className={CHIP}
          aria-disabled={disabled || undefined}
          onClick={unlessLocked(onPick)}
          type="button"
        >
          {cockpit.until_says || clockOrDay(until, cockpit.today.date)}
        </button>
      )}
      {suggested.map((choice) => (
        <button
          aria-pressed={until !== null && same(choice.until, until)}
          className={CHIP}
          aria-disabled={disabled || undefined}
          key={choice.until}
          onClick={unlessLocked(() => onChoose(choice.until))}
          type="button"
        >
          {choice.label}
        </button>
      ))}
      <button
        className={CHIP}
        aria-disabled={disabled || undefined}
        onClick={unlessLocked(onPick)}
        type="button"
      >
        Pick a time
      </button>
      <button
        aria-pressed={until === null}
        className={CHIP}
        aria-disabled={disabled || undefined}
        onClick={unlessLocked(() => onChoose(null))}
        type="button"
      >
        No end
      </button>
    </fieldset>
  );
}

function same(one: string, other: string): boolean {
  return Date.parse(one) === Date.parse(other);
}
