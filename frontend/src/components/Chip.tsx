import type { ReactNode } from "react";

const TONES = {
  ink: "bg-ink text-on-ink",
  mode: "bg-mode-soft text-mode-ink",
  quiet: "bg-sunken text-muted",
  error: "bg-error-soft text-error",
} as const;

/** A word about the state of something; not to be pressed. */
export function Chip({ tone = "quiet", children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-xs ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
