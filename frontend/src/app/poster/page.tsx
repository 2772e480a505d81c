import type { Metadata } from "next";
import { Poster } from "@/features/poster/Poster";

export const metadata: Metadata = { title: "Door poster" };

/** The QR code for the shop's door. */
export default function Page() {
  return <Poster />;
}
