"use client";

import { useEffect, useState } from "react";
import { session as calls } from "@/api/calls";
import type { Session } from "@/api/contract";
import { useSession } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Skeleton } from "@/components/Skeleton";
import { deskAddress } from "@/format/address";
import { CodeStep } from "./CodeStep";
import { EnrolStep } from "./EnrolStep";
import { FactorStep } from "./FactorStep";
import { PhoneStep } from "./PhoneStep";

function enter() {
  // A full load, so that the desk starts with the new cookie and nothing of before.
  const asked = new URLSearchParams(window.location.search).get("next");
  window.location.replace(deskAddress(asked ?? ""));
}

function Steps({ session, onSession }: { session: Session; onSession: (session: Session) => void }) {
  const [sent, setSent] = useState<{ phone: string; says: string } | null>(null);
  const isIn = session.signed_in && session.needs === null;
  useEffect(() => {
    if (isIn) enter();
  }, [isIn]);
  if (isIn) return <p role="status">You are in. Opening the desk.</p>;
  if (session.needs === "second_factor")
    return <FactorStep isLost={session.second_factor_lost} onSession={onSession} />;
  if (session.needs === "enrolment") {
    const skip = async () => onSession(await calls.skip());
    return <EnrolStep maySkip={session.may_skip} onDone={enter} onSkip={skip} />;
  }
  if (!sent) return <PhoneStep local={session.local} onSent={(phone, says) => setSent({ phone, says })} />;
  return (
    <CodeStep {...sent} local={session.local} onOtherNumber={() => setSent(null)} onSession={onSession} />
  );
}

/** Number, code, and on a new device the second factor. */
export function SignIn() {
  const { data, error, mutate } = useSession();
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 p-4 sm:p-6">
      <div className="flex items-center gap-3">
        <div
          aria-hidden
          className="grid size-10 place-content-center rounded-xl bg-ink font-semibold text-on-ink"
        >
          L
        </div>
        <div>
          <p className="font-semibold leading-tight">LINDA</p>
          <p className="text-muted text-sm">{data?.shop ?? " "}</p>
        </div>
      </div>
      <Card className="p-5 sm:p-7">
        {data && <Steps onSession={(session) => mutate(session, { revalidate: false })} session={data} />}
        {!data && error && (
          <Banner action={<Button onClick={() => mutate()}>Try again</Button>}>{sentence(error)}</Banner>
        )}
        {!data && !error && (
          <div aria-busy="true" className="grid gap-5">
            <h1 className="font-semibold text-2xl tracking-tight">Sign in</h1>
            <Skeleton className="h-16" />
            <Skeleton className="h-11" />
          </div>
        )}
      </Card>
    </main>
  );
}
