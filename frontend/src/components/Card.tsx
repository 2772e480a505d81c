import type { ReactNode } from "react";

/** A raised surface. */
export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`rounded-card border border-line bg-surface ${className}`}>{children}</div>;
}

type SectionProps = { title: string; aside?: ReactNode; children: ReactNode; className?: string };

/** A titled part of a page. */
export function Section({ title, aside, children, className = "" }: SectionProps) {
  return (
    <section className={`grid min-w-0 content-start gap-2.5 ${className}`}>
      <div className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold">{title}</h2>
        {aside && <div className="text-muted text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
