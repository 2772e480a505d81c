import type { ConversationHead, ConversationStatus } from "@/api/contract";
import { Chip } from "@/components/Chip";

const TONES: Record<ConversationStatus, "ink" | "mode" | "quiet"> = {
  waiting: "ink",
  linda: "mode",
  owner: "mode",
  booked: "quiet",
  done: "quiet",
  opted_out: "quiet",
};

/** Who has the conversation now. */
export function StatusChip({ head }: { head: ConversationHead }) {
  return <Chip tone={TONES[head.status]}>{head.status_says}</Chip>;
}
