"use client";

import { useState } from "react";
import { session as calls } from "@/api/calls";
import type { Session } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { useToast } from "@/components/Toast";
import { Step } from "./Step";
import { SIX_DIGITS } from "./sixDigits";

type Props = {
  phone: string;
  says: string;
  local: boolean;
  onSession: (session: Session) => void;
  onOtherNumber: () => void;
};

/** Asks for the code that was texted. */
export function CodeStep({ phone, says, local, onSession, onOtherNumber }: Props) {
  const [code, setCode] = useState("");
  const toast = useToast();
  async function again() {
    try {
      toast({ says: (await calls.sendCode(phone)).says });
    } catch (error) {
      toast({ says: sentence(error) });
    }
  }
  return (
    <Step
      foot={
        <div className="flex flex-wrap justify-between gap-2">
          <Button kind="quiet" onClick={again}>
            Text it again
          </Button>
          <Button kind="quiet" onClick={onOtherNumber}>
            Another number
          </Button>
        </div>
      }
      lead={
        <>
          {says}
          {local && (
            <>
              {" "}
              On this machine it appears on the owner's{" "}
              <a
                className="text-ink underline underline-offset-4"
                href="/phone/"
                rel="noopener"
                target="_blank"
              >
                simulated phone
              </a>
              .
            </>
          )}
        </>
      }
      onSubmit={async () => onSession(await calls.signIn(phone, code.trim()))}
      submit="Sign in"
      title="Enter the code"
    >
      {(error) => (
        <Field
          {...SIX_DIGITS}
          error={error}
          label="Code from the text"
          onChange={(event) => setCode(event.target.value)}
          value={code}
        />
      )}
    </Step>
  );
}
