"use client";

import { useEffect, useState } from "react";
import { session as calls, simulator } from "@/api/calls";
import type { Session, SimulatorPage } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { useToast } from "@/components/Toast";
import { Step } from "./Step";

const CODE = { autoComplete: "one-time-code", inputMode: "numeric", maxLength: 6, required: true } as const;

type PhoneProps = { local: boolean; onSent: (phone: string, says: string) => void };

/** Asks for the owner's number; on this machine the simulated phone knows it. */
export function PhoneStep({ local, onSent }: PhoneProps) {
  const [phone, setPhone] = useState("");
  useEffect(() => {
    if (!local) return;
    const fill = ({ owner_phone: known }: SimulatorPage) => setPhone((typed) => typed || known);
    // Without it the owner types his number, as everywhere else.
    simulator.page().then(fill, () => undefined);
  }, [local]);
  return (
    <Step
      lead="We text a code to the owner's number."
      onSubmit={async () => onSent(phone, (await calls.sendCode(phone)).says)}
      submit="Text me a code"
      title="Sign in"
    >
      {(error) => (
        <Field
          autoComplete="tel"
          error={error}
          inputMode="tel"
          label="Your mobile number"
          onChange={(event) => setPhone(event.target.value)}
          placeholder="(904) 555-0199"
          required
          type="tel"
          value={phone}
        />
      )}
    </Step>
  );
}

type CodeProps = {
  phone: string;
  says: string;
  local: boolean;
  onSession: (session: Session) => void;
  onOtherNumber: () => void;
};

/** Asks for the code that was texted. */
export function CodeStep({ phone, says, local, onSession, onOtherNumber }: CodeProps) {
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
          {...CODE}
          error={error}
          label="Code from the text"
          onChange={(event) => setCode(event.target.value)}
          pattern="[0-9]{6}"
          title="Six digits"
          value={code}
        />
      )}
    </Step>
  );
}

/** Asks for the second factor on a device that is new. */
export function FactorStep({ onSession }: { onSession: (session: Session) => void }) {
  const [code, setCode] = useState("");
  const [recovering, setRecovering] = useState(false);
  return (
    <Step
      foot={
        <Button
          kind="quiet"
          onClick={() => {
            setRecovering(!recovering);
            setCode("");
          }}
        >
          {recovering ? "Use the authenticator app" : "Use a recovery code"}
        </Button>
      }
      lead={
        recovering
          ? "Each recovery code works once."
          : "This device is new here. Open your authenticator app and enter what it shows for LINDA."
      }
      onSubmit={async () => onSession(await calls.secondFactor(code.trim()))}
      submit="Go on"
      title="One more thing"
    >
      {(error) =>
        recovering ? (
          <Field
            autoCapitalize="none"
            autoComplete="off"
            error={error}
            key="recovery"
            label="Recovery code"
            onChange={(event) => setCode(event.target.value)}
            required
            spellCheck={false}
            value={code}
          />
        ) : (
          <Field
            {...CODE}
            error={error}
            key="totp"
            label="Six-digit code"
            onChange={(event) => setCode(event.target.value)}
            pattern="[0-9]{6}"
            title="Six digits"
            value={code}
          />
        )
      }
    </Step>
  );
}
