import { type InputHTMLAttributes, type ReactNode, useId } from "react";

export const INPUT_CLASS =
  "min-h-11 w-full rounded-xl border border-edge bg-surface px-3 text-ink placeholder:text-muted disabled:opacity-60 aria-invalid:border-error";

type FrameProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  className?: string;
  /** Gets the ids and flags to spread on the control. */
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** A label, a control of any kind, its hint and its error, tied together for screen readers. */
export function FieldFrame({ label, hint, error, className = "", children }: FrameProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={`grid content-start gap-1.5 ${className}`}>
      <label className="font-medium" htmlFor={id}>
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p className="text-muted text-sm" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="text-error text-sm" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type Props = InputHTMLAttributes<HTMLInputElement> & Pick<FrameProps, "label" | "hint" | "error">;

/** One line of text with its label. */
export function Field({ label, hint, error, className, ...input }: Props) {
  return (
    <FieldFrame className={className} error={error} hint={hint} label={label}>
      {(control) => <input {...input} {...control} className={INPUT_CLASS} />}
    </FieldFrame>
  );
}
