import { RotateCw } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { ChatLine } from "@/api/contract";
import { clock } from "@/format/time";
import type { Unsent } from "./useChat";

type Names = { assistant: string; owner: string };
type Props = {
  names: Names;
  lines: ChatLine[];
  unsent: Unsent[];
  isAnswering: boolean;
  onResend: (message: Unsent) => void;
};

const TONE = {
  you: "justify-self-end rounded-br-md bg-ink text-on-ink",
  linda: "justify-self-start rounded-bl-md bg-bubble",
  owner: "justify-self-start rounded-bl-md bg-mode text-white",
} as const;

function Bubble({ who, children }: { who: ChatLine["who"]; children: ReactNode }) {
  return (
    <p className={`w-fit max-w-[85%] whitespace-pre-wrap break-words rounded-2xl px-3.5 py-2 ${TONE[who]}`}>
      {children}
    </p>
  );
}

function Said({ line, names }: { line: ChatLine; names: Names }) {
  const who = { you: "You", linda: names.assistant, owner: names.owner }[line.who];
  return (
    <div className="grid gap-1">
      <Bubble who={line.who}>{line.text}</Bubble>
      <p className={`px-1 text-muted text-xs ${line.who === "you" ? "text-right" : ""}`}>
        {who} {clock(line.at)}
      </p>
    </div>
  );
}

function Waiting({ message, onResend }: { message: Unsent; onResend: (message: Unsent) => void }) {
  return (
    <div className="grid gap-1">
      <Bubble who="you">{message.text}</Bubble>
      {message.failed === null ? (
        <p className="px-1 text-right text-muted text-xs">Sending</p>
      ) : (
        <div className="flex flex-wrap items-center justify-end gap-x-2 text-error text-sm">
          <p>Not sent. {message.failed}</p>
          <button
            className="inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 font-medium underline underline-offset-4"
            onClick={() => onResend(message)}
            type="button"
          >
            <RotateCw aria-hidden size={16} />
            Send again
          </button>
        </div>
      )}
    </div>
  );
}

function Typing({ assistant }: { assistant: string }) {
  return (
    <p className="flex w-fit gap-1 rounded-2xl rounded-bl-md bg-bubble px-3.5 py-3.5">
      <span className="sr-only">{assistant} is writing</span>
      {["", "[animation-delay:150ms]", "[animation-delay:300ms]"].map((delay) => (
        <span aria-hidden className={`size-1.5 animate-pulse rounded-full bg-muted ${delay}`} key={delay} />
      ))}
    </p>
  );
}

/** The conversation so far; new lines are read out, and the newest is in view. */
export function ChatLog({ names, lines, unsent, isAnswering, onResend }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const length = lines.length + unsent.length + (isAnswering ? 1 : 0);
  useEffect(() => {
    if (length > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [length]);
  return (
    <div
      aria-label={`Chat with ${names.assistant}`}
      className="grid max-h-[60dvh] min-h-28 content-start gap-3 overflow-y-auto overscroll-contain p-4 lg:max-h-none lg:min-h-0 lg:flex-1"
      ref={log}
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <Bubble who="linda">
        Hi, I'm {names.assistant}, {names.owner}'s assistant. What happened to your phone? You get a price and
        a time right here.
      </Bubble>
      {lines.map((line, at) => (
        // The transcript only grows at its end.
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no id, and its place never changes
        <Said key={at} line={line} names={names} />
      ))}
      {unsent.map((message) => (
        <Waiting key={message.id} message={message} onResend={onResend} />
      ))}
      {isAnswering && <Typing assistant={names.assistant} />}
    </div>
  );
}
