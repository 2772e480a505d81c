"use client";

import { useEffect, useState } from "react";
import { session as calls } from "@/api/calls";
import type { Enrolment } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { Skeleton } from "@/components/Skeleton";
import { authenticatorLink } from "@/format/address";
import { SIX_DIGITS } from "./codes";
import { RecoveryCodes } from "./RecoveryCodes";
import { Step } from "./Step";

type Props = { maySkip: boolean; onDone: () => void; onSkip: () => Promise<void> };

function Secret({ enrolment }: { enrolment: Enrolment | null }) {
  if (!enrolment) return <Skeleton className="mx-auto size-52" />;
  return (
    <>
      <div
        aria-label="QR code for your authenticator app"
        className="mx-auto size-52 rounded-xl bg-white p-3 text-black [&>svg]:size-full"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the QR code is drawn by LINDA's own server
        dangerouslySetInnerHTML={{ __html: enrolment.qr_svg }}
        role="img"
      />
      <p className="text-center text-muted text-sm">
        On this phone?{" "}
        <a className="text-ink underline underline-offset-4" href={authenticatorLink(enrolment.uri)}>
          Open the app
        </a>
        , or type{" "}
        <span className="select-all break-words font-medium text-ink">
          {enrolment.secret.replace(/(.{4})(?=.)/g, "$1 ")}
        </span>
      </p>
    </>
  );
}

/** Sets up the second factor: QR code, first code from the app, recovery codes. */
export function EnrolStep({ maySkip, onDone, onSkip }: Props) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [problem, setProblem] = useState("");
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState<string[] | null>(null);
  useEffect(() => {
    calls.enrol().then(setEnrolment, (error) => setProblem(sentence(error)));
  }, []);

  if (recovery) return <RecoveryCodes codes={recovery} onDone={onDone} />;
  return (
    <Step
      foot={
        <>
          {problem && <Banner>{problem}</Banner>}
          {maySkip && (
            <Button kind="quiet" onClick={() => onSkip().catch((error) => setProblem(sentence(error)))}>
              Not now
            </Button>
          )}
        </>
      }
      lead="Scan this with an authenticator app. A new device then needs its code, so that a stolen text is not enough."
      onSubmit={async () => setRecovery((await calls.turnOn(code.trim())).recovery_codes)}
      submit="Turn it on"
      title="Protect the desk"
    >
      {(error) => (
        <>
          <Secret enrolment={enrolment} />
          <Field
            {...SIX_DIGITS}
            error={error}
            label="Code the app shows"
            onChange={(event) => setCode(event.target.value)}
            value={code}
          />
        </>
      )}
    </Step>
  );
}
