import type { Metadata } from "next";
import { Settings } from "@/features/settings/Settings";

export const metadata: Metadata = { title: "Settings" };

/** Hours, prices, limits and words. */
export default function Page() {
  return <Settings />;
}
