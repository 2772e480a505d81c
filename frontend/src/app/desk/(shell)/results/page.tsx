import type { Metadata } from "next";
import { Results } from "@/features/results/Results";

export const metadata: Metadata = { title: "Results" };

/** What LINDA did in the last days. */
export default function Page() {
  return <Results />;
}
