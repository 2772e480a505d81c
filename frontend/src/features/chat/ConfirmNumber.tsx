"use client";

import { type FormEvent, useState } from "react";
import { site } from "@/api/calls";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";

type Props = {
  visitor: string | null;
  shop: string;
  onConfirmed: () => Promise<unknown>;
};

/** Runs one request at a time and keeps the sentence of a refusal. */
function useRequest() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  async function run(request: () => Promise<unknown>) {
    setBusy(true);
    setRefused("");
    try {
      await request();
    } catch (problem) {
      setRefused(sentence(problem));
    }
    setBusy(false);
  }
  return { busy, refused, run };
}

function Consent({
  shop,
  agreed,
  onChange,
}: {
  shop: string;
  agreed: boolean;
  onChange: (to: boolean) => void;
}) {
  return (
    <label className="flex gap-3 text-sm">
      <input
        checked={agreed}
        className="mt-0.5 size-6 shrink-0 accent-ink"
        onChange={(event) => onChange(event.target.checked)}
        required
        type="checkbox"
      />
      <span>
        {shop} may text me at this number about my repair: answers, booking confirmations and reminders.
        Message frequency varies. Message and data rates may apply. Reply STOP to end, HELP for help. I can
        buy without agreeing. <a href="/privacy/">Privacy</a> and <a href="/terms/">terms</a>.
      </span>
    </label>
  );
}

function Code({
  visitor,
  says,
  onConfirmed,
}: { visitor: string; says: string } & Pick<Props, "onConfirmed">) {
  const [code, setCode] = useState("");
  const { busy, refused, run } = useRequest();
  function confirm(event: FormEvent) {
    event.preventDefault();
    run(async () => {
      await site.confirmPhone(visitor, code.trim());
      await onConfirmed();
    });
  }
  return (
    <form className="grid gap-4" onSubmit={confirm}>
      <p role="status">{says}</p>
      <Field
        autoComplete="one-time-code"
        error={refused}
        inputMode="numeric"
        label="Code from the text"
        onChange={(event) => setCode(event.target.value)}
        required
        value={code}
      />
      <Button busy={busy} kind="primary" type="submit">
        Confirm
      </Button>
    </form>
  );
}

/** Gives LINDA the visitor's number: only with consent, and only once a texted code proves it is theirs. */
export function ConfirmNumber({ visitor, shop, onConfirmed }: Props) {
  const [phone, setPhone] = useState("");
  const [agreed, setAgreed] = useState(false);
  const [says, setSays] = useState("");
  const { busy, refused, run } = useRequest();

  function ask(event: FormEvent) {
    event.preventDefault();
    if (!visitor) return;
    run(async () => setSays((await site.givePhone(visitor, phone.trim())).says));
  }

  if (says && visitor) return <Code onConfirmed={onConfirmed} says={says} visitor={visitor} />;
  return (
    <form className="grid gap-4 [&_a]:underline [&_a]:underline-offset-4" onSubmit={ask}>
      <p className="text-muted">
        To book here, and to get your booking and its changes by text. A code shows that the number is yours.
      </p>
      <Field
        autoComplete="tel"
        error={refused}
        label="Your mobile number"
        onChange={(event) => setPhone(event.target.value)}
        required
        type="tel"
        value={phone}
      />
      <Consent agreed={agreed} onChange={setAgreed} shop={shop} />
      {!visitor && <p className="text-sm">Send a message in the chat first, then confirm your number.</p>}
      <Button busy={busy} disabled={!visitor || !agreed} kind="primary" type="submit">
        Text me a code
      </Button>
    </form>
  );
}
