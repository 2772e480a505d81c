"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { useMedia } from "@/components/useMedia";
import { placeOf, type SectionId } from "./sections";
import { useUnsaved } from "./Unsaved";

/** Whether the address names the section, now or later. */
function useIsNamed(id: SectionId, onNamed: () => void) {
  const latest = useRef(onNamed);
  latest.current = onNamed;
  useEffect(() => {
    const look = () => {
      if (window.location.hash === `#${id}`) latest.current();
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, [id]);
}

/** A section of the page: open on wide screens, folded on phones until it is pressed or the address names it. */
export function Panel({ id, children }: { id: SectionId; children: ReactNode }) {
  const isWide = useMedia("(min-width: 64rem)");
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const isDirty = useUnsaved().has(id);
  const { title, lead } = placeOf(id);
  useIsNamed(id, () => {
    setOpen(true);
    // Folded it was shorter: the browser's own jump has missed it.
    requestAnimationFrame(() => frame.current?.scrollIntoView());
  });
  const words = (
    <span className="grid min-w-0 flex-1 gap-0.5 text-left">
      <span className="flex flex-wrap items-center gap-x-2 font-semibold text-lg">
        <span id={`${id}-name`}>{title}</span>
        {isDirty && <Chip tone="mode">Not saved</Chip>}
      </span>
      <span className="font-normal text-muted text-sm">{lead}</span>
    </span>
  );
  return (
    <section aria-labelledby={`${id}-name`} className="min-w-0 scroll-mt-4" id={id} ref={frame}>
      <Card>
        <h2 id={`${id}-title`} tabIndex={-1}>
          {isWide ? (
            <span className="flex px-6 pt-5">{words}</span>
          ) : (
            <button
              aria-controls={`${id}-body`}
              aria-expanded={open}
              className="flex min-h-14 w-full items-center gap-3 rounded-card px-4 py-3"
              onClick={() => setOpen(!open)}
              type="button"
            >
              {words}
              <ChevronDown
                aria-hidden
                className={`shrink-0 text-muted transition-transform ${open ? "rotate-180" : ""}`}
                size={20}
              />
            </button>
          )}
        </h2>
        <div className="px-4 pt-2 pb-4 lg:px-6 lg:pt-4 lg:pb-6" hidden={!isWide && !open} id={`${id}-body`}>
          {children}
        </div>
      </Card>
    </section>
  );
}
