"use client";

import { useEffect, useState } from "react";
import { session as calls, simulator } from "@/api/calls";
import type { SimulatorPage } from "@/api/contract";
import { Field } from "@/components/Field";
import { Step } from "./Step";

type Props = { local: boolean; onSent: (phone: string, says: string) => void };

/** Asks for the owner's number; on this machine the simulated phone knows it. */
export function PhoneStep({ local, onSent }: Props) {
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
