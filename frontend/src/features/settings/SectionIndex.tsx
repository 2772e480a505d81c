"use client";

import { useEffect, useState } from "react";
import { PLACES, type SectionId } from "./sections";
import { useUnsaved } from "./Unsaved";

/** The section that stands at the top of the window, live. */
function useSectionInView(): SectionId {
  const [id, setId] = useState<SectionId>(PLACES[0]?.id ?? "hours");
  useEffect(() => {
    function look() {
      const passed = PLACES.filter((place) => {
        const top = document.getElementById(place.id)?.getBoundingClientRect().top;
        return top !== undefined && top < window.innerHeight / 4;
      });
      const isAtEnd =
        window.scrollY > 0 && window.innerHeight + window.scrollY >= document.body.scrollHeight - 2;
      const last = isAtEnd ? PLACES.at(-1) : passed.at(-1);
      setId((last ?? PLACES[0])?.id ?? "hours");
    }
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);
  return id;
}

/** The sections to jump to, on wide screens. */
export function SectionIndex() {
  const here = useSectionInView();
  const unsaved = useUnsaved();
  return (
    <nav aria-label="Settings" className="sticky top-7 hidden self-start lg:block">
      <ul className="grid gap-0.5">
        {PLACES.map(({ id, title }) => (
          <li key={id}>
            <a
              aria-current={id === here ? "location" : undefined}
              className="flex min-h-11 items-center gap-2 rounded-xl px-3 py-1.5 text-muted leading-tight hover:bg-sunken hover:text-ink aria-[current=location]:bg-sunken aria-[current=location]:font-medium aria-[current=location]:text-ink"
              href={`#${id}`}
            >
              <span className="min-w-0 flex-1">{title}</span>
              {unsaved.has(id) && (
                <span className="size-2 shrink-0 rounded-full bg-mode">
                  <span className="sr-only">Not saved</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
