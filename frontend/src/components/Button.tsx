import type { ButtonHTMLAttributes, ReactNode } from "react";

const KINDS = {
  primary: "bg-ink text-on-ink hover:opacity-90",
  plain: "border border-line bg-surface text-ink hover:bg-sunken",
  quiet: "text-ink hover:bg-sunken",
  danger: "border border-error bg-surface text-error hover:bg-error-soft",
} as const;

export type ButtonKind = keyof typeof KINDS;

const SHAPE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 font-medium transition-[background-color,opacity]";

/** The classes of a button, for links that look like one. */
export function buttonClass(kind: ButtonKind = "plain", more = ""): string {
  return `${SHAPE} ${KINDS[kind]} ${more}`;
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: ButtonKind;
  icon?: ReactNode;
  /** While true a press does nothing; the button keeps the focus, which `disabled` would lose. */
  busy?: boolean;
};

/** A button of 44 px or more. `primary` is ink, used once a view. */
export function Button({
  kind = "plain",
  icon,
  busy = false,
  className = "",
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={buttonClass(kind, `disabled:opacity-50 aria-disabled:opacity-50 ${className}`)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children}
    </button>
  );
}
