import type { Metadata } from "next";
import { Site } from "@/features/site/Site";

export const metadata: Metadata = { title: "Phone repair" };

/** What the QR code on the door opens. */
export default function Page() {
  return <Site />;
}
