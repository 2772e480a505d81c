import type { Metadata } from "next";
import { Terms } from "@/features/legal/Terms";

export const metadata: Metadata = { title: "Terms of texting" };

/** How texting with the shop works. */
export default function Page() {
  return <Terms />;
}
