import type { Metadata } from "next";
import { Inbox } from "@/features/inbox/Inbox";

export const metadata: Metadata = { title: "Inbox" };

/** Every conversation, with its thread and why LINDA said what she said. */
export default function Page() {
  return <Inbox />;
}
