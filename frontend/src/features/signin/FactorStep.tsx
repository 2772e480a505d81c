"use client";

import { useState } from "react";
import { session as calls } from "@/api/calls";
import type { Session } from "@/api/contract";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { Step } from "./Step";
import { SIX_DIGITS } from "./sixDigits";

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
            {...SIX_DIGITS}
            error={error}
            key="totp"
            label="Six-digit code"
            onChange={(event) => setCode(event.target.value)}
            value={code}
          />
        )
      }
    </Step>
  );
}
