"use client";

import { useState } from "react";
import { Button, type ButtonKind } from "@/components/Button";
import { Field } from "@/components/Field";
import { SIX_DIGITS } from "@/features/signin/codes";
import { usePress } from "./usePress";

type Props = {
  label: string;
  hint?: string;
  submit: string;
  kind?: ButtonKind;
  /** Whether a recovery code does as well. */
  recovery?: boolean;
  onCode: (code: string) => Promise<unknown>;
  onCancel: () => void;
};

/** Asks for a code of the second factor before something is done. */
export function CodeForm({
  label,
  hint,
  submit,
  kind = "primary",
  recovery = false,
  onCode,
  onCancel,
}: Props) {
  const [code, setCode] = useState("");
  const { busy, refusal, press } = usePress();
  const kindOfCode = recovery
    ? ({ autoCapitalize: "none", autoComplete: "one-time-code", required: true, spellCheck: false } as const)
    : SIX_DIGITS;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) press(() => onCode(code.trim()));
      }}
    >
      <Field
        {...kindOfCode}
        autoFocus
        error={refusal}
        hint={hint}
        label={label}
        onChange={(event) => setCode(event.target.value)}
        value={code}
      />
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} kind={kind} type="submit">
          {submit}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
