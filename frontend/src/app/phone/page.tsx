import type { Metadata } from "next";
import { Simulator } from "@/features/simulator/Simulator";

export const metadata: Metadata = { title: "Phone simulator" };

/** Two simulated phones beside what LINDA did. */
export default function Page() {
  return <Simulator />;
}
