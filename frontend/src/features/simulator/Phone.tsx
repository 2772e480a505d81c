import type { ReactNode } from "react";
import { clock } from "@/format/time";
import "./simulator.css";

type Props = {
  /** Who is at the other end. */
  contact: string;
  now: string;
  /** Leaves more room for what is below. */
  isCompact?: boolean;
  children: ReactNode;
};

/** A phone with one conversation or call; the frame is drawn where there is room for it. */
export function Phone({ contact, now, isCompact = false, children }: Props) {
  return (
    <div className="sim-phone flex min-h-0 flex-col overflow-hidden bg-surface" data-mode="PHONE">
      <div aria-hidden className="hidden justify-between px-6 pt-2.5 font-semibold text-sm md:flex">
        <span>{clock(now, true)}</span>
        <span className="h-6 w-20 rounded-full bg-[var(--sim-frame)]" />
        <span>5G</span>
      </div>
      <div className="grid justify-items-center gap-1 border-line border-b px-4 py-2.5">
        {!isCompact && (
          <span
            aria-hidden
            className="grid size-10 place-content-center rounded-full bg-ink font-semibold text-lg text-on-ink"
          >
            {contact.charAt(0)}
          </span>
        )}
        <p className="max-w-full truncate font-medium">{contact}</p>
      </div>
      {children}
    </div>
  );
}
