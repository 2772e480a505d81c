import type { SimCall, SimStep } from "@/api/contract";

/** A line of a call: said by the caller ("own"), said to him ("theirs"), or something that happened ("note"). */
export type CallLine = { kind: "own" | "theirs" | "note"; says: string };

const OWNER: Record<string, string> = {
  takes: "picks up",
  declines: "picks up",
  rings_out: "rings, and nobody picks up",
  busy: "is busy",
  voicemail: "goes to voicemail",
};

function ownersLine({ who, what, text }: SimStep, owner: string): string | null {
  if (who === "shop" && what === "Say") return `${owner} hears: ${text}`;
  if (who !== "owner") return null;
  if (what === "presses") return `${owner} presses ${text}.`;
  if (what === "hangs up") return `${owner} hangs up.`;
  if (what === "is silent") return "Nothing is pressed.";
  return `${owner}'s phone ${OWNER[what] ?? what}.`;
}

function callersLine({ what, text }: SimStep): CallLine | null {
  if (what === "says") return { kind: "own", says: text };
  if (what === "presses") return { kind: "own", says: `Pressed ${text}` };
  if (what === "is silent") return { kind: "note", says: "You say nothing." };
  return what === "hangs up" ? { kind: "note", says: "You hang up." } : null;
}

function line(step: SimStep, owner: string, assistant: string): CallLine | null {
  if (step.leg === "owner") {
    const says = ownersLine(step, owner);
    return says === null ? null : { kind: "note", says };
  }
  if (step.what === "Say") return { kind: "theirs", says: step.text };
  if (step.who === "caller") return callersLine(step);
  return step.what === "Hangup" ? { kind: "note", says: `${assistant} hangs up.` } : null;
}

/** What the caller says, hears and notices of a call, in order. */
export function linesOf(call: SimCall, owner: string, assistant: string): CallLine[] {
  return call.steps.map((step) => line(step, owner, assistant)).filter((each) => each !== null);
}

/** What was said to the caller. */
export function heardIn(call: SimCall): string[] {
  return call.steps.filter(({ leg, what }) => leg === "caller" && what === "Say").map(({ text }) => text);
}
