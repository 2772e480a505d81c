import type { SimCall, SimStep } from "@/api/contract";
import { Card } from "@/components/Card";
import { ms } from "./ms";

type Names = Record<SimStep["who"], string>;

function Step({ step, names }: { step: SimStep; names: Names }) {
  return (
    <li className="flex items-baseline justify-between gap-4 px-4 py-2.5">
      <div className="min-w-0">
        <p className="font-medium">
          {names[step.who]}: {step.what.replace("_", " ")}
          {step.leg === "owner" && step.who !== "owner" && (
            <span className="text-muted"> (on {names.owner}'s line)</span>
          )}
        </p>
        {step.text && <p className="break-words text-muted text-sm">{step.text}</p>}
        {step.path && <p className="break-all text-muted text-sm">{step.path}</p>}
      </div>
      {step.who === "carrier" && step.path && <p className="shrink-0 text-muted text-sm">{ms(step.ms)}</p>}
    </li>
  );
}

type Props = { call: SimCall; assistant: string; owner: string };

/** What the carrier asked and was told in a call, verb by verb. */
export function CallSteps({ call, assistant, owner }: Props) {
  const names = { caller: "Caller", owner, shop: assistant, carrier: "Carrier" };
  const took = call.steps.reduce((all, step) => all + (step.who === "carrier" ? step.ms : 0), 0);
  return (
    <Card className="overflow-hidden">
      <details>
        <summary className="min-h-11 px-4 py-2.5">
          <span className="font-medium">The call as TwiML</span>
          <span className="text-muted text-sm">
            {" "}
            {call.steps.length} steps, answered in {ms(took)}
          </span>
        </summary>
        <ol className="divide-y divide-line border-line border-t">
          {call.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added, and told apart by their order alone
            <Step key={at} names={names} step={step} />
          ))}
        </ol>
      </details>
    </Card>
  );
}
