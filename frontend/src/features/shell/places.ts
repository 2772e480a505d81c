import { CalendarDays, Gauge, Inbox, type LucideIcon, Settings, TrendingUp, Users } from "lucide-react";

export type Place = { href: string; name: string; icon: LucideIcon };

/** The pages of the desk in the order of their use; phones show the first four and keep the rest under More. */
export const PLACES: readonly Place[] = [
  { href: "/desk/", name: "Cockpit", icon: Gauge },
  { href: "/desk/inbox/", name: "Inbox", icon: Inbox },
  { href: "/desk/calendar/", name: "Calendar", icon: CalendarDays },
  { href: "/desk/leads/", name: "Leads", icon: Users },
  { href: "/desk/results/", name: "Results", icon: TrendingUp },
  { href: "/desk/settings/", name: "Settings", icon: Settings },
];

/** Whether a place is the page that is open, with or without its last slash. */
export function isHere(place: Place, pathname: string): boolean {
  return `${pathname.replace(/\/$/, "")}/` === place.href;
}
