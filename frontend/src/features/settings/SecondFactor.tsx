"use client";

import { useState } from "react";
import { mutate } from "swr";
import { session as calls } from "@/api/calls";
import type { Enrolment, Session } from "@/api/contract";
import { useSession } from "@/api/hooks";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toast";
import { RecoveryCodes } from "@/features/signin/RecoveryCodes";
import { CodeForm } from "./CodeForm";
import { Enrol } from "./Enrol";
import { useReport } from "./Unsaved";
import { usePress } from "./usePress";

type Step =
  | { name: "rest" }
  | { name: "scan"; enrolment: Enrolment }
  | { name: "codes"; codes: string[] }
  | { name: "ask"; for: "replace" | "renew" | "remove" };

const REST: Step = { name: "rest" };

function Standing({ session }: { session: Session }) {
  const left = session.recovery_codes_left;
  if (!session.has_second_factor)
    return (
      <p>A new device needs only the texted code. With an authenticator app a stolen text is not enough.</p>
    );
  if (session.second_factor_lost)
    return (
      <p>
        LINDA has lost the key to your authenticator app's secret, so its codes can't be checked. Set the app
        up again with a recovery code ({left} left), or run `linda sign-in reset` where LINDA runs.
      </p>
    );
  return (
    <p>
      A new device needs a code of your authenticator app. You have {left} recovery code
      {left === 1 ? "" : "s"} left.
    </p>
  );
}

/** The second factor: set up, moved to another phone, given new recovery codes, turned off. */
export function SecondFactor() {
  const { data: session, error, mutate: retake } = useSession();
  const [step, setStep] = useState<Step>(REST);
  const { busy, refusal, press } = usePress();
  const toast = useToast();
  useReport("security", step.name === "codes");

  /** Every other browser was signed out by it, and how far this one is has changed. */
  async function afterwards() {
    const now = await retake();
    await mutate(["sessions"]);
    if (now && !now.signed_in) window.location.assign("/desk/sign-in/?next=/desk/settings/");
  }
  const rest = () => setStep(REST);
  const begin = async (code?: string) => setStep({ name: "scan", enrolment: await calls.enrol(code) });
  async function turnOn(code: string) {
    setStep({ name: "codes", codes: (await calls.turnOn(code)).recovery_codes });
    await afterwards();
  }
  async function renew(code: string) {
    setStep({ name: "codes", codes: (await calls.newRecoveryCodes(code)).recovery_codes });
    await afterwards();
  }
  async function remove(code: string) {
    await calls.removeSecondFactor(code);
    rest();
    toast({ says: "The second factor is off." });
    await afterwards();
  }

  if (!session) return error ? <Banner>{error.message}</Banner> : <Skeleton className="h-28" />;
  const asks = {
    replace: { submit: "Go on", onCode: begin, recovery: true, hint: "Your app or a recovery code." },
    renew: { submit: "Make new codes", onCode: renew, hint: "The old recovery codes end." },
    remove: {
      submit: "Turn it off",
      onCode: remove,
      recovery: true,
      kind: "danger",
      hint: `Your app or a recovery code. Every other browser is signed out.${session.local ? "" : " You are asked to set up another one at once."}`,
    },
  } as const;
  if (step.name === "codes")
    return (
      <div className="max-w-md">
        <RecoveryCodes codes={step.codes} onDone={rest} />
      </div>
    );
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">Second factor</h3>
        <Chip tone={session.has_second_factor ? "mode" : "quiet"}>
          {session.has_second_factor ? "On" : "Off"}
        </Chip>
      </div>
      {step.name === "rest" && <Standing session={session} />}
      {refusal && <Banner>{refusal}</Banner>}
      {step.name === "scan" && <Enrol enrolment={step.enrolment} onCancel={rest} onCode={turnOn} />}
      {step.name === "ask" && (
        <CodeForm {...asks[step.for]} key={step.for} label="Code of now" onCancel={rest} />
      )}
      {step.name === "rest" && (
        <div className="flex flex-wrap gap-2">
          {session.has_second_factor ? (
            <>
              <Button onClick={() => setStep({ name: "ask", for: "replace" })}>Move to another phone</Button>
              <Button onClick={() => setStep({ name: "ask", for: "renew" })}>New recovery codes</Button>
              <Button kind="danger" onClick={() => setStep({ name: "ask", for: "remove" })}>
                Turn it off
              </Button>
            </>
          ) : (
            <Button busy={busy} onClick={() => press(() => begin())}>
              Set it up
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
