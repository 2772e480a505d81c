"use client";

import { useState } from "react";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { useShopSettings } from "./ShopSettings";
import { useReport } from "./Unsaved";
import { useStatePart } from "./useStatePart";

const WRONG = "Must be a whole number from 0 to 100.";

/** Another limit for now, which stands over the usual one until it is taken back. */
export function TodaysLimit() {
  const { state, busy, put } = useStatePart();
  const { max_percent: usual } = useShopSettings().settings.discounts;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState("");
  const limit = state?.max_discount_percent ?? null;
  const shown = typed ?? (limit === null ? "" : String(limit));
  const isDirty = typed !== null && typed.trim() !== (limit === null ? "" : String(limit));
  useReport("discounts/today", isDirty);

  async function set(percent: number | null) {
    const says =
      percent === null ? `Back to your usual limit, ${usual}%.` : `LINDA may give up to ${percent}% for now.`;
    if (!(await put({ max_discount_percent: percent }, says))) return;
    setTyped(null);
    setError("");
  }
  function save() {
    const percent = Number(shown);
    if (shown.trim() === "") return set(null);
    if (!/^\d+$/.test(shown.trim()) || percent > 100) return setError(WRONG);
    return set(percent);
  }

  return (
    <form
      className="mt-5 grid gap-3 border-line border-t pt-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !busy) save();
      }}
    >
      <h3 className="font-semibold">Just for now</h3>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <Field
          className="w-full sm:w-64"
          error={error}
          hint={
            limit === null ? `Empty: your usual ${usual}% holds.` : `It stands over your usual ${usual}%.`
          }
          inputMode="numeric"
          label="Most off right now, in percent"
          onChange={(event) => {
            setTyped(event.target.value);
            setError("");
          }}
          placeholder={String(usual)}
          value={shown}
        />
        <div className="flex gap-2 sm:mt-7">
          {isDirty && (
            <Button busy={busy} kind="primary" type="submit">
              Save<span className="sr-only"> the limit for now</span>
            </Button>
          )}
          {limit !== null && !isDirty && (
            <Button busy={busy} onClick={() => set(null)}>
              Use the usual {usual}%
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
