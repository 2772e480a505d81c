import type { Metadata } from "next";
import { Privacy } from "@/features/legal/Privacy";

export const metadata: Metadata = { title: "Privacy" };

/** What is kept about a customer. */
export default function Page() {
  return <Privacy />;
}
