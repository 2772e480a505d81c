import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** A sentence across the page about something wrong, with an optional button. */
export function Banner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      className="flex flex-wrap items-center gap-3 rounded-xl bg-error-soft px-4 py-2.5 text-error"
      role="alert"
    >
      <TriangleAlert aria-hidden className="shrink-0" size={18} />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
