"use client";

import { useState } from "react";
import { session as calls } from "@/api/calls";
import type { Session } from "@/api/contract";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { LONG_CODE, SIX_DIGITS } from "./codes";
import { Step } from "./Step";

/** Asks for the second factor on a device that is new. */
export function FactorStep({
  isLost,
  onSession,
}: {
  isLost: boolean;
  onSession: (session: Session) => void;
}) {
  const [code, setCode] = useState("");
  const [recovering, setRecovering] = useState(isLost);
  return (
    <Step
      foot={
        !isLost && (
          <Button
            kind="quiet"
            onClick={() => {
              setRecovering(!recovering);
              setCode("");
            }}
          >
            {recovering ? "Use the authenticator app" : "Use a recovery code"}
          </Button>
        )
      }
      lead={
        isLost
          ? "LINDA has lost the key to your authenticator app's secret, so its codes can't be checked. Enter a recovery code; then you set the app up again. No recovery codes? Run `linda sign-in reset` where LINDA runs."
          : recovering
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
            {...LONG_CODE}
            error={error}
            key="recovery"
            label="Recovery code"
            onChange={(event) => setCode(event.target.value)}
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
