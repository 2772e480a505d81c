import { Hand, Undo2 } from "lucide-react";
import type { Conversation } from "@/api/contract";
import { Button } from "@/components/Button";
import { clockOrDay } from "@/format/time";

type Props = {
  conversation: Conversation;
  today: string;
  busy: boolean;
  disabled: boolean;
  onTurn: () => void;
};

function says({ taken_over: mine, taken_over_until: until }: Conversation, today: string): string {
  if (!mine) return "LINDA is answering this one.";
  return `You have this one${until ? ` until ${clockOrDay(until, today)}` : ""}. LINDA is quiet here.`;
}

/** Who answers this customer, and the button that turns it round. */
export function WhoHasIt({ conversation, today, busy, disabled, onTurn }: Props) {
  const mine = conversation.taken_over;
  const Icon = mine ? Undo2 : Hand;
  return (
    <div className="flex items-center justify-between gap-3 border-line border-t py-1.5 pr-3 pl-5 text-muted text-sm">
      <p>{says(conversation, today)}</p>
      <Button
        aria-keyshortcuts="t"
        busy={busy}
        className="shrink-0"
        disabled={disabled}
        icon={<Icon aria-hidden size={16} />}
        onClick={onTurn}
      >
        {mine ? "Give back" : "Take over"}
      </Button>
    </div>
  );
}
