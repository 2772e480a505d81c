"use client";

import { Ellipsis, LogOut, Smartphone } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/Dialog";
import { useDesk } from "./Desk";
import { isHere, PLACES } from "./places";
import { ThemeSwitch } from "./ThemeSwitch";
import { useSignOut } from "./useSignOut";

const TAB =
  "relative grid min-h-14 min-w-11 flex-1 place-content-center justify-items-center gap-0.5 text-muted text-xs aria-[current=page]:font-medium aria-[current=page]:text-mode-ink";
const ROW = "flex min-h-12 w-full items-center gap-3 rounded-xl px-2 text-left hover:bg-sunken";

function More({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { cockpit } = useDesk();
  const signOut = useSignOut();
  return (
    <Dialog onClose={onClose} open={open} title="More">
      <nav aria-label="More pages" className="grid gap-1">
        {PLACES.slice(4).map((place) => (
          <Link className={ROW} href={place.href} key={place.href} onClick={onClose} prefetch={false}>
            <place.icon aria-hidden size={20} />
            {place.name}
          </Link>
        ))}
        {cockpit?.simulated && (
          <Link className={ROW} href="/phone/" prefetch={false}>
            <Smartphone aria-hidden size={20} />
            Phone simulator
          </Link>
        )}
        <button className={ROW} onClick={signOut} type="button">
          <LogOut aria-hidden size={20} />
          Sign out
        </button>
      </nav>
      <ThemeSwitch />
    </Dialog>
  );
}

/** The desk's navigation on phones; Results and Settings are under More. */
export function BottomBar() {
  const pathname = usePathname();
  const { cockpit } = useDesk();
  const [more, setMore] = useState(false);
  const waiting = cockpit?.waiting ?? 0;
  const underMore = PLACES.slice(4).some((place) => isHere(place, pathname));
  return (
    <>
      <nav
        aria-label="Desk"
        className="fixed inset-x-0 bottom-0 z-40 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {PLACES.slice(0, 4).map((place) => (
          <Link
            aria-current={isHere(place, pathname) ? "page" : undefined}
            className={TAB}
            href={place.href}
            key={place.href}
            prefetch={false}
          >
            <place.icon aria-hidden size={20} />
            {place.name}
            {place.name === "Inbox" && waiting > 0 && (
              <span className="absolute top-1 left-1/2 ml-2 min-w-5 rounded-full bg-ink px-1 text-center font-medium text-on-ink text-xs">
                {waiting}
                <span className="sr-only"> waiting for you</span>
              </span>
            )}
          </Link>
        ))}
        <button
          aria-current={underMore ? "page" : undefined}
          aria-haspopup="dialog"
          className={TAB}
          onClick={() => setMore(true)}
          type="button"
        >
          <Ellipsis aria-hidden size={20} />
          More
        </button>
      </nav>
      <More onClose={() => setMore(false)} open={more} />
    </>
  );
}
