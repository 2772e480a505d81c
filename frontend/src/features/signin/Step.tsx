"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";

type Props = {
  title: string;
  lead?: ReactNode;
  submit: string;
  onSubmit: () => Promise<unknown>;
  /** Gets the sentence of the last refusal, to be shown at the field. */
  children: (error: string) => ReactNode;
  foot?: ReactNode;
};

/** One question of the sign-in. */
export function Step({ title, lead, submit, onSubmit, children, foot }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector("input")?.focus();
  }, []);
  return (
    <form
      className="grid gap-5"
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        setError("");
        try {
          await onSubmit();
        } catch (problem) {
          setError(sentence(problem));
        }
        setBusy(false);
      }}
      ref={form}
    >
      <div className="grid gap-1.5">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {lead && <div className="text-muted">{lead}</div>}
      </div>
      {children(error)}
      <Button busy={busy} kind="primary" type="submit">
        {submit}
      </Button>
      {foot}
    </form>
  );
}
