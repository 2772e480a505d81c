import type { Metadata } from "next";
import { Cockpit } from "@/features/cockpit/Cockpit";

export const metadata: Metadata = { title: "Cockpit" };

/** Where the owner says what he is doing and sees what needs him. */
export default function Page() {
  return <Cockpit />;
}
