import { ArrowLeft, Check } from "lucide-react";
import type { ReactNode } from "react";
import type { ConversationHead } from "@/api/contract";
import { Button } from "@/components/Button";

type Props = {
  head: ConversationHead | undefined;
  aside?: ReactNode;
  busy: boolean;
  disabled: boolean;
  onBack?: () => void;
  onDone: () => void;
};

/** Whom the conversation is with and what about. */
export function ThreadHead({ head, aside, busy, disabled, onBack, onDone }: Props) {
  const about = [head?.phone_display, head?.topic].filter((part) => part && part !== head?.who);
  return (
    <header className="flex min-h-16 items-center gap-2 border-line border-b px-3 py-2">
      {onBack && (
        <button
          aria-label="Back to the conversations"
          className="grid size-11 shrink-0 place-content-center rounded-xl hover:bg-sunken"
          onClick={onBack}
          type="button"
        >
          <ArrowLeft aria-hidden size={20} />
        </button>
      )}
      <div className="min-w-0 flex-1 px-1">
        <h2 className="truncate font-semibold">{head?.who ?? " "}</h2>
        <p className="truncate text-muted text-sm">{about.join(", ")}</p>
      </div>
      {aside}
      {head && head.status !== "done" && (
        <Button
          aria-keyshortcuts="e"
          aria-label="Done"
          busy={busy}
          className="shrink-0 px-3"
          disabled={disabled}
          onClick={onDone}
        >
          <Check aria-hidden size={18} />
        </Button>
      )}
    </header>
  );
}
