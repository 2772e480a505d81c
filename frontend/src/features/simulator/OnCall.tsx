"use client";

import { Mic, PhoneOff } from "lucide-react";
import { useId, useMemo, useState } from "react";
import type { InCall, SimCall } from "@/api/contract";
import { Button } from "@/components/Button";
import { Composer } from "@/features/chat/Composer";
import { CallKeys } from "./CallKeys";
import { CallLines } from "./CallLines";
import { heardIn, linesOf } from "./callWords";
import { canRead, hush, useMicrophone, useReading } from "./speech";

type Props = {
  call: SimCall;
  owner: string;
  assistant: string;
  disabled: boolean;
  /** What was just said and is not answered yet; null when nothing is waited for. */
  waiting: string | null;
  onDo: (what: InCall) => void;
  onPutAway: () => void;
};

function Standing({ call, owner, assistant }: Pick<Props, "call" | "owner" | "assistant">) {
  const from = call.caller_display || "a hidden number";
  if (call.is_over) return `Call from ${from} ended`;
  return `With ${call.is_with_owner ? owner : assistant}`;
}

function ReadAloud({ isOn, onChange }: { isOn: boolean; onChange: (to: boolean) => void }) {
  return (
    <label className="flex min-h-11 shrink-0 items-center gap-2 text-sm">
      <input
        checked={isOn}
        className="size-6 accent-ink"
        onChange={(event) => {
          if (!event.target.checked) hush();
          onChange(event.target.checked);
        }}
        type="checkbox"
      />
      Read aloud
    </label>
  );
}

type ControlsProps = Pick<Props, "call" | "owner" | "onDo"> & { busy: boolean; keys: Keys };
type Keys = { id: string; areShown: boolean; show: (to: boolean) => void };

const NARROW = "grow whitespace-nowrap px-2! text-sm";

/** What can be done without speaking. */
function Controls({ call, owner, busy, keys, onDo }: ControlsProps) {
  const toLinda = (
    <>
      <Button
        aria-controls={keys.areShown ? keys.id : undefined}
        aria-expanded={keys.areShown}
        className={NARROW}
        onClick={() => keys.show(!keys.areShown)}
      >
        Keys
      </Button>
      <Button busy={busy} className={NARROW} onClick={() => onDo({ is_silent: true })}>
        Say nothing
      </Button>
    </>
  );
  const toOwner = (
    <Button busy={busy} className={NARROW} onClick={() => onDo({ owner_hangs_up: true })}>
      {owner} hangs up
    </Button>
  );
  return (
    <div className="flex shrink-0 flex-wrap gap-1.5 p-3 pb-0 last:pb-3">
      {call.is_with_owner ? toOwner : toLinda}
      <Button
        busy={busy}
        className={NARROW}
        icon={<PhoneOff aria-hidden size={16} />}
        kind="danger"
        onClick={() => onDo({ hangs_up: true })}
      >
        Hang up
      </Button>
    </div>
  );
}

type SpeakProps = { busy: boolean; disabled: boolean; onSay: (text: string) => void };

function Speak({ busy, disabled, onSay }: SpeakProps) {
  const microphone = useMicrophone(onSay);
  return (
    <>
      {microphone?.problem && (
        <p className="px-4 pt-2 text-error text-sm" role="alert">
          {microphone.problem}
        </p>
      )}
      <div className="flex shrink-0 items-end">
        {microphone && (
          <button
            aria-label={microphone.isOn ? "Stop listening" : "Speak"}
            aria-pressed={microphone.isOn}
            className="my-3 ml-3 grid size-11 shrink-0 place-content-center rounded-full border border-line bg-surface hover:bg-sunken disabled:opacity-40 aria-pressed:bg-mode aria-pressed:text-white"
            disabled={disabled || busy}
            onClick={microphone.toggle}
            type="button"
          >
            <Mic aria-hidden size={20} />
          </button>
        )}
        <div className="min-w-0 flex-1">
          <Composer disabled={disabled || busy} label="Say" onSend={onSay} placeholder="Say something" />
        </div>
      </div>
    </>
  );
}

/** A call that goes on, or has just ended. */
export function OnCall({ call, owner, assistant, disabled, waiting, onDo, onPutAway }: Props) {
  const [isRead, setIsRead] = useState(false);
  const [wantsKeys, setWantsKeys] = useState(false);
  const hasKeys = wantsKeys && !call.is_with_owner;
  const keys = useId();
  const heard = useMemo(() => heardIn(call), [call]);
  useReading(heard, isRead);
  const busy = disabled || waiting !== null;
  const speak = (says: string) => {
    hush();
    onDo({ says });
  };
  return (
    <>
      <div className="flex min-h-11 shrink-0 flex-wrap items-center justify-between gap-x-3 border-line border-b px-4">
        <p className="text-muted text-sm">
          <Standing assistant={assistant} call={call} owner={owner} />
        </p>
        {!call.is_over && canRead() && <ReadAloud isOn={isRead} onChange={setIsRead} />}
      </div>
      <CallLines isOver={call.is_over} lines={linesOf(call, owner, assistant)} waiting={waiting} />
      {call.problem && (
        <p className="px-4 text-error text-sm" role="alert">
          The carrier ended the call: {call.problem}
        </p>
      )}
      {call.is_over ? (
        <div className="grid p-3">
          <Button onClick={onPutAway}>New call</Button>
        </div>
      ) : (
        <>
          {hasKeys && <CallKeys disabled={busy} id={keys} onPress={(key) => onDo({ presses: key })} />}
          <Controls
            busy={busy}
            call={call}
            keys={{ id: keys, areShown: hasKeys, show: setWantsKeys }}
            onDo={onDo}
            owner={owner}
          />
          {!hasKeys && <Speak busy={busy} disabled={disabled} onSay={speak} />}
        </>
      )}
    </>
  );
}
