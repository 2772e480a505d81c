"use client";

import { useState } from "react";
import type { Cockpit } from "@/api/contract";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { Field } from "@/components/Field";
import type { Wish } from "./useStateChange";

type Props = {
  cockpit: Cockpit;
  open: boolean;
  onClose: () => void;
  onSet: (wish: Wish) => Promise<boolean>;
};

/** Asks for the words of a mode of one's own, and when it ends. */
export function CustomDialog({ cockpit, open, onClose, onSet }: Props) {
  const [note, setNote] = useState("");
  const [until, setUntil] = useState("");
  return (
    <Dialog onClose={onClose} open={open} title="What are you doing?">
      <form
        className="grid gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await onSet({ mode: "CUSTOM", note: note.trim(), until: until || null })) onClose();
        }}
      >
        <Field
          autoComplete="off"
          hint="LINDA tells customers in these words."
          label={`${cockpit.owner} is`}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
          placeholder="at the supplier"
          required
          value={note}
        />
        <Field
          hint="Leave it empty for no end."
          label="Until"
          min={`${cockpit.today.date}T00:00`}
          onChange={(event) => setUntil(event.target.value)}
          type="datetime-local"
          value={until}
        />
        <Button disabled={note.trim() === ""} kind="primary" type="submit">
          Set it
        </Button>
      </form>
    </Dialog>
  );
}
