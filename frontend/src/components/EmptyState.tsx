import type { ReactNode } from "react";

/** What a list says when it holds nothing. */
export function EmptyState({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid place-items-center gap-3 px-6 py-10 text-center text-muted">
      {icon}
      <p>{children}</p>
    </div>
  );
}
