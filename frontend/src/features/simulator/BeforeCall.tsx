"use client";

import { Phone as Receiver } from "lucide-react";
import { useState } from "react";
import type { OwnerDoes } from "@/api/contract";
import { Button } from "@/components/Button";
import { FieldFrame, INPUT_CLASS } from "@/components/Field";

const DOES: readonly [OwnerDoes, (owner: string) => string][] = [
  ["takes", (owner) => `${owner} takes the call`],
  ["declines", (owner) => `${owner} picks up and declines`],
  ["rings_out", () => "Nobody picks up"],
  ["busy", () => "The line is busy"],
  ["voicemail", () => "Voicemail picks up"],
];

type Props = {
  shop: string;
  owner: string;
  ownerDoes: OwnerDoes | null;
  disabled: boolean;
  busy: boolean;
  onOwnerDoes: (does: OwnerDoes) => void;
  onCall: (isHidden: boolean) => void;
};

/** What is decided before somebody calls. */
export function BeforeCall({ shop, owner, ownerDoes, disabled, busy, onOwnerDoes, onCall }: Props) {
  const [isHidden, setIsHidden] = useState(false);
  return (
    <div className="grid flex-1 content-center gap-4 p-4">
      <FieldFrame
        hint="It rings while the shop is open, in the modes set to ring you first."
        label={`When ${owner}'s phone rings`}
      >
        {(control) => (
          <select
            {...control}
            className={INPUT_CLASS}
            disabled={disabled || ownerDoes === null}
            onChange={(event) => onOwnerDoes(event.target.value as OwnerDoes)}
            value={ownerDoes ?? "rings_out"}
          >
            {DOES.map(([does, says]) => (
              <option key={does} value={does}>
                {says(owner)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <label className="flex min-h-11 items-center gap-3">
        <input
          checked={isHidden}
          className="size-6 shrink-0 accent-ink"
          onChange={(event) => setIsHidden(event.target.checked)}
          type="checkbox"
        />
        Hide my number
      </label>
      <Button
        busy={busy}
        disabled={disabled}
        icon={<Receiver aria-hidden size={18} />}
        kind="primary"
        onClick={() => onCall(isHidden)}
      >
        {busy ? "Calling" : "Call"}
        <span className="sr-only"> {shop}</span>
      </Button>
    </div>
  );
}
