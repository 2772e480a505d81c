import type { Metadata } from "next";
import { Leads } from "@/features/leads/Leads";

export const metadata: Metadata = { title: "Leads" };

/** Everybody who asked, and what comes next. */
export default function Page() {
  return <Leads />;
}
