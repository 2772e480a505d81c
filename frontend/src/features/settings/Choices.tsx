import { type ReactNode, type SelectHTMLAttributes, useId } from "react";
import { FieldFrame, INPUT_CLASS } from "@/components/Field";

type TickProps = { label: ReactNode; hint?: string; isOn: boolean; onTick: (isOn: boolean) => void };

/** A yes or no that is saved with its section. */
export function Tick({ label, hint, isOn, onTick }: TickProps) {
  const id = useId();
  return (
    <label className="flex min-h-11 min-w-0 items-center gap-3 py-1">
      <input
        aria-describedby={hint && `${id}-hint`}
        checked={isOn}
        className="size-5 shrink-0 accent-ink"
        onChange={(event) => onTick(event.target.checked)}
        type="checkbox"
      />
      <span className="grid min-w-0">
        {label}
        {hint && (
          <span aria-hidden className="text-muted text-sm">
            {hint}
          </span>
        )}
      </span>
      {hint && (
        <span className="sr-only" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </label>
  );
}

type GroupProps = { legend: string; hint?: string; error?: string; children: ReactNode };

/** Several yes or no that belong together. */
export function Ticks({ legend, hint, error, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error && `${id}-error`} className="min-w-0">
      <legend className="font-medium">{legend}</legend>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      <div className="grid gap-x-5 sm:grid-cols-2">{children}</div>
      {error && (
        <p className="text-error text-sm" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

type PickProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange"> & {
  label: string;
  hint?: string;
  error?: string;
  choices: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
};

/** One of several words. */
export function Pick({ label, hint, error, choices, onPick, className, ...select }: PickProps) {
  return (
    <FieldFrame className={className} error={error} hint={hint} label={label}>
      {(control) => (
        <select
          {...select}
          {...control}
          className={INPUT_CLASS}
          onChange={(event) => onPick(event.target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
