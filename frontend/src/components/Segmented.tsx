"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

export type Choice<T extends string> = { value: T; label: ReactNode; name?: string };

type Props<T extends string> = {
  label: string;
  value: T | null;
  choices: readonly Choice<T>[];
  onChoose: (value: T) => void;
  /** Presses do nothing, but the group keeps the focus. */
  disabled?: boolean;
  className?: string;
  choiceClass?: string;
};

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const PLAIN =
  "min-h-11 flex-1 rounded-lg px-3 font-medium text-muted aria-checked:bg-surface aria-checked:text-ink aria-checked:shadow-sm";

/** One of a few: arrows move the focus, Enter or Space chooses, so that passing by sends nothing. */
export function Segmented<T extends string>(props: Props<T>) {
  const { label, value, choices, onChoose, disabled, className = "flex rounded-xl bg-sunken p-1" } = props;
  const group = useRef<HTMLDivElement>(null);
  const reachable = choices.some((choice) => choice.value === value) ? value : choices[0]?.value;

  function move(event: KeyboardEvent) {
    const step = STEP[event.key];
    if (!step) return;
    event.preventDefault();
    const radios = [...(group.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
    const at = radios.indexOf(document.activeElement as HTMLElement);
    radios[(at + step + radios.length) % radios.length]?.focus();
  }

  return (
    <div aria-label={label} className={className} onKeyDown={move} ref={group} role="radiogroup">
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio chooses on every arrow key, and each choice is sent
        <button
          aria-checked={choice.value === value}
          aria-label={choice.name}
          className={props.choiceClass ?? PLAIN}
          aria-disabled={disabled || undefined}
          key={choice.value}
          onClick={() => !disabled && onChoose(choice.value)}
          role="radio"
          tabIndex={choice.value === reachable ? 0 : -1}
          type="button"
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
