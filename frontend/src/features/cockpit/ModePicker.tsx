"use client";

import type { Mode } from "@/api/contract";
import { Segmented } from "@/components/Segmented";
import { MODES } from "./modes";

const CHOICE =
  "flex min-h-14 min-w-0 flex-col items-center justify-center gap-1 rounded-xl text-xs font-medium text-ink hover:bg-mode-soft aria-checked:bg-mode aria-checked:text-white aria-disabled:cursor-default aria-disabled:opacity-60 sm:text-sm min-[85rem]:min-h-12 min-[85rem]:flex-row min-[85rem]:gap-2";

type Props = { mode: Mode; pending: Mode | undefined; disabled: boolean; onChoose: (mode: Mode) => void };

/** What the owner is doing, one press. The keys are printed where there is a keyboard. */
export function ModePicker({ mode, pending, disabled, onChoose }: Props) {
  const choices = MODES.map(({ mode: value, name, icon: Icon }, index) => ({
    value,
    name,
    label: (
      <>
        <Icon aria-hidden className={pending === value ? "animate-pulse" : ""} size={18} />
        <span>{name}</span>
        {index < 5 && (
          <span aria-hidden className="hidden text-xs opacity-70 min-[85rem]:inline">
            {index + 1}
          </span>
        )}
      </>
    ),
  }));
  return (
    <Segmented
      choiceClass={CHOICE}
      choices={choices}
      className="grid grid-cols-3 gap-1 rounded-2xl bg-surface p-1.5 min-[23rem]:grid-cols-6"
      disabled={disabled}
      label="What you are doing"
      onChoose={onChoose}
      value={mode}
    />
  );
}
