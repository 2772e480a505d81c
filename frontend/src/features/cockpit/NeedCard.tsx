import { Check, Hand, MessageCircleWarning, MessageCircleX, Tag, X } from "lucide-react";
import Link from "next/link";
import type { Answer, NeedsYou } from "@/api/contract";
import { Button, buttonClass } from "@/components/Button";
import { Card } from "@/components/Card";

const ICONS = { approval: Tag, handed_over: MessageCircleWarning, failed_text: MessageCircleX } as const;
const ANSWER_ICONS = { approve: Check, offer: null, keep: X } as const;
const KEYS: Record<Answer["id"], string> = { approve: "a", offer: "o", keep: "d" };

type Props = {
  need: NeedsYou;
  disabled: boolean;
  /** True while an answer is on its way. */
  busy: boolean;
  onAnswer: (answer: Answer["id"]) => void;
};

/** One thing that waits: the fact, the reason, the answers with their amounts, and what happens without one. */
export function NeedCard({ need, disabled, busy, onAnswer }: Props) {
  const Icon = ICONS[need.kind];
  return (
    <li>
      <Card className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3 p-4 focus-within:border-ink lg:p-5">
        <div aria-hidden className="grid size-9 place-content-center rounded-full bg-ink text-on-ink">
          <Icon size={18} />
        </div>
        <div className="grid gap-1">
          <h3 className="font-semibold">{need.title}</h3>
          {need.detail && <p className="text-muted">{need.detail}</p>}
          {need.lapse_says && <p className="text-muted text-sm">{need.lapse_says}</p>}
        </div>
        <div className="col-span-2 grid grid-cols-2 gap-2 sm:col-start-2 sm:flex sm:flex-wrap">
          {need.answers.map((answer, index) => {
            const Mark = ANSWER_ICONS[answer.id];
            return (
              <Button
                aria-keyshortcuts={KEYS[answer.id]}
                className={index === 0 ? "max-sm:col-span-2" : ""}
                data-answer={answer.id}
                busy={busy}
                disabled={disabled}
                icon={Mark && <Mark aria-hidden size={16} />}
                key={answer.id}
                kind={index === 0 ? "primary" : "plain"}
                onClick={() => onAnswer(answer.id)}
              >
                {answer.label}
              </Button>
            );
          })}
          <Link
            className={buttonClass(need.answers.length ? "quiet" : "primary", "max-sm:col-span-2")}
            href={`/desk/inbox/?c=${encodeURIComponent(need.conversation_id)}`}
            prefetch={false}
          >
            {need.kind === "handed_over" && <Hand aria-hidden size={16} />}
            {need.answers.length ? "Read the texts" : "Open the conversation"}
          </Link>
        </div>
      </Card>
    </li>
  );
}
