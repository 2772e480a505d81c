import type { SimCall, SimTurn, SimulatorPage } from "@/api/contract";
import { Card, Section } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { micros } from "@/format/money";
import { clock } from "@/format/time";
import { CallSteps } from "./CallSteps";
import { ms } from "./ms";
import { displayed } from "./numbers";
import type { Outcome } from "./useTexting";

function Steps({ turn }: { turn: SimTurn }) {
  return (
    <ol className="divide-y divide-line border-line border-t">
      {turn.steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a finished turn never change
        <li className="flex items-baseline justify-between gap-4 px-4 py-2.5" key={at}>
          <div className="min-w-0">
            <p className="font-medium">{step.says}</p>
            <p className="break-words text-muted text-sm">{step.detail}</p>
          </div>
          <p className="shrink-0 text-muted text-sm">{ms(step.ms)}</p>
        </li>
      ))}
    </ol>
  );
}

function Turn({ turn, who, isOpen }: { turn: SimTurn; who: string; isOpen: boolean }) {
  const segments = turn.segments === 1 ? "1 segment" : `${turn.segments || "no"} segments`;
  return (
    <Card className="overflow-hidden">
      <details open={isOpen}>
        <summary className="min-h-11 px-4 py-2.5">
          <span className="font-medium">{who}</span>
          <span className="text-muted text-sm">
            {" "}
            at {clock(turn.at)}: {ms(turn.total_ms)}, {segments}, {micros(turn.cost_micros)}
          </span>
        </summary>
        <Steps turn={turn} />
        <p className="border-line border-t px-4 py-2.5 text-muted text-sm">{turn.brain_says}</p>
      </details>
    </Card>
  );
}

/** What became of an attempt, in words; anything else is shown as it came. */
const OUTCOMES: Record<string, string> = {
  ok: "answered",
  ct: "no connection",
  rt: "no answer in time",
  "4xx": "turned away (4xx)",
  "5xx": "failed (5xx)",
};

function Tries({ attempts }: { attempts: string[] }) {
  const often = attempts.length === 1 ? "once" : `${attempts.length} times`;
  return (
    <Card className="px-4 py-2.5">
      <p className="font-medium">Twilio tried {often}</p>
      <ol className="list-decimal pl-5 text-muted text-sm">
        {attempts.map((attempt, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tries are told apart by their order alone
          <li key={at}>{OUTCOMES[attempt] ?? attempt}</li>
        ))}
      </ol>
    </Card>
  );
}

type Props = { page: SimulatorPage; outcome: Outcome | null; call: SimCall | null };

/** Every step of the last turns, with its time, segments and cost; and those of the customer's call. */
export function Did({ page, outcome, call }: Props) {
  const names = new Map(page.people.map(({ phone, name, phone_display }) => [phone, name || phone_display]));
  names.set(page.owner_phone, page.owner);
  const attempts = outcome?.attempts ?? [];
  return (
    <Section aside="newest first" title={`What ${page.assistant} did`}>
      {attempts.join() !== "ok" && attempts.length > 0 && <Tries attempts={attempts} />}
      {call && <CallSteps assistant={page.assistant} call={call} owner={page.owner} />}
      {page.turns.length === 0 && (
        <Card>
          <EmptyState>
            Send a text or call, and every step appears here with its time and its cost.
          </EmptyState>
        </Card>
      )}
      {page.turns.map((turn, at) => (
        <Turn
          isOpen={at === 0}
          key={turn.sid}
          turn={turn}
          who={names.get(turn.person) ?? displayed(turn.person)}
        />
      ))}
    </Section>
  );
}
