"use client";

import { Keyboard, LogOut, Smartphone } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useDesk } from "./Desk";
import { isHere, PLACES } from "./places";
import { ThemeSwitch } from "./ThemeSwitch";
import { useSignOut } from "./useSignOut";

const ROW = "flex min-h-11 w-full items-center gap-3 rounded-xl px-3 text-left";
const QUIET = `${ROW} text-muted hover:bg-sunken hover:text-ink`;

/** How many conversations wait for the owner. */
export function Waiting({ count }: { count: number }) {
  return count > 0 ? (
    <span className="ml-auto rounded-full bg-ink px-2 py-0.5 font-medium text-on-ink text-xs">
      {count}
      <span className="sr-only"> waiting for you</span>
    </span>
  ) : null;
}

/** The desk's navigation on wide screens. */
export function Sidebar({ onKeys }: { onKeys: () => void }) {
  const pathname = usePathname();
  const { cockpit } = useDesk();
  const signOut = useSignOut();
  return (
    <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col overflow-y-auto border-line border-r p-3 lg:flex">
      <div className="flex items-center gap-3 px-2 py-3">
        <div
          aria-hidden
          className="grid size-9 place-content-center rounded-xl bg-ink font-semibold text-on-ink"
        >
          L
        </div>
        <div className="min-w-0">
          <p className="font-semibold leading-tight">{cockpit?.assistant ?? "LINDA"}</p>
          <p className="truncate text-muted text-xs">{cockpit?.shop ?? " "}</p>
        </div>
      </div>
      <nav aria-label="Desk" className="mt-3 grid gap-1">
        {PLACES.map((place) => (
          <Link
            aria-current={isHere(place, pathname) ? "page" : undefined}
            className={`${QUIET} aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:ring-1 aria-[current=page]:ring-line`}
            href={place.href}
            key={place.href}
            prefetch={false}
          >
            <place.icon aria-hidden size={18} />
            {place.name}
            {place.name === "Inbox" && <Waiting count={cockpit?.waiting ?? 0} />}
          </Link>
        ))}
      </nav>
      <div className="mt-auto grid gap-1 pt-6">
        {cockpit?.simulated && (
          <Link className={QUIET} href="/phone/" prefetch={false}>
            <Smartphone aria-hidden size={18} />
            Phone simulator
          </Link>
        )}
        <button className={QUIET} onClick={onKeys} type="button">
          <Keyboard aria-hidden size={18} />
          Keys
          <kbd className="ml-auto rounded border border-line px-1.5 text-xs">?</kbd>
        </button>
        <button className={QUIET} onClick={signOut} type="button">
          <LogOut aria-hidden size={18} />
          Sign out
        </button>
        <ThemeSwitch />
      </div>
    </aside>
  );
}
