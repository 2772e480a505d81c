"use client";

import { useState } from "react";
import { session as calls } from "@/api/calls";
import type { Session } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { useToast } from "@/components/Toast";
import { LONG_CODE, SIX_DIGITS } from "./codes";
import { Step } from "./Step";

type Props = {
  phone: string;
  says: string;
  local: boolean;
  onSession: (session: Session) => void;
  onOtherNumber: () => void;
};

/** Asks for the code that was texted, or for one that needs no text. */
export function CodeStep({ phone, says, local, onSession, onOtherNumber }: Props) {
  const [code, setCode] = useState("");
  const [withoutText, setWithoutText] = useState(false);
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
          <Button
            kind="quiet"
            onClick={() => {
              setWithoutText(!withoutText);
              setCode("");
            }}
          >
            {withoutText ? "Use the code from the text" : "No text?"}
          </Button>
          <Button kind="quiet" onClick={onOtherNumber}>
            Another number
          </Button>
        </div>
      }
      lead={
        <>
          {withoutText
            ? "Enter a recovery code, or the code that `linda sign-in code` shows on the machine LINDA runs on. On a device you have used before, the six digits of your authenticator app do as well."
            : says}
          {local && !withoutText && (
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
          {...(withoutText ? LONG_CODE : SIX_DIGITS)}
          error={error}
          key={String(withoutText)}
          label={withoutText ? "Recovery code, or code of the machine" : "Code from the text"}
          onChange={(event) => setCode(event.target.value)}
          value={code}
        />
      )}
    </Step>
  );
}
