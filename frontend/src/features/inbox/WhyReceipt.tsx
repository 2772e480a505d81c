import { Ban, Check, CircleHelp, OctagonX } from "lucide-react";
import type { Why, WhyStep } from "@/api/contract";
import { micros } from "@/format/money";

const MARKS = { done: Check, refused: Ban, stopped: OctagonX } as const;
const WORDS = { done: "done", refused: "refused", stopped: "stopped" } as const;

function Step({ step }: { step: WhyStep }) {
  const Mark = MARKS[step.status];
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-2">
      <Mark aria-label={WORDS[step.status]} className="mt-0.5" size={14} />
      <span className="[overflow-wrap:anywhere]">
        {step.says}
        {step.detail && <span className="text-muted">: {step.detail}</span>}
      </span>
      <span className="text-muted">{step.ms} ms</span>
    </li>
  );
}

/** Why LINDA said this: the steps, the rules that held, how long it took and what it cost. */
export function WhyReceipt({ why }: { why: Why }) {
  const parts = why.segments === 1 ? "1 text" : `${why.segments} texts`;
  return (
    <details
      className="text-sm"
      onToggle={({ currentTarget: receipt }) => receipt.open && receipt.scrollIntoView({ block: "nearest" })}
    >
      <summary className="-my-1.5 inline-flex min-h-11 list-none items-center gap-1 rounded-lg px-2 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <CircleHelp aria-hidden size={14} />
        Why
      </summary>
      <div className="my-2 grid gap-2.5 rounded-xl border border-line bg-paper p-3.5 text-left">
        <p>
          {why.brain_says}
          <span className="block text-muted">
            {why.ms} ms, {parts}, {micros(why.cost_micros)}
          </span>
        </p>
        {why.steps.length > 0 && (
          <ol className="grid gap-1.5">
            {why.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a finished turn never change
              <Step key={index} step={step} />
            ))}
          </ol>
        )}
        {why.rules.length > 0 && (
          <ul className="grid list-disc gap-1 pl-5 text-muted">
            {why.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        )}
        {why.owner_state && <p className="text-muted">{why.owner_state}</p>}
      </div>
    </details>
  );
}
