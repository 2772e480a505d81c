"use client";

import { useState } from "react";
import type { Cockpit } from "@/api/contract";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { Field } from "@/components/Field";

type Props = {
  cockpit: Cockpit;
  open: boolean;
  onClose: () => void;
  onPick: (until: string) => Promise<boolean>;
};

/** Asks for the moment at which the mode ends; without an offset the server reads it on the shop's clock. */
export function TimeDialog({ cockpit, open, onClose, onPick }: Props) {
  const suggested = cockpit.state.state.until ?? cockpit.until_choices.at(-1)?.until;
  const [value, setValue] = useState("");
  const shown = value || suggested?.slice(0, 16) || `${cockpit.today.date}T17:00`;
  return (
    <Dialog onClose={onClose} open={open} title="Until when?">
      <form
        className="grid gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await onPick(shown)) onClose();
        }}
      >
        <Field
          label="Back at"
          min={`${cockpit.today.date}T00:00`}
          onChange={(event) => setValue(event.target.value)}
          required
          type="datetime-local"
          value={shown}
        />
        <Button kind="primary" type="submit">
          Set it
        </Button>
      </form>
    </Dialog>
  );
}
