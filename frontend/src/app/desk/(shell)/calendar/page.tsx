import type { Metadata } from "next";
import { Calendar } from "@/features/calendar/Calendar";

export const metadata: Metadata = { title: "Calendar" };

/** The week: bookings, holds and blocked time. */
export default function Page() {
  return <Calendar />;
}
