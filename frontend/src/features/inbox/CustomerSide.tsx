"use client";

import { UserRound } from "lucide-react";
import { useState } from "react";
import { useConversation } from "@/api/thread";
import { Dialog } from "@/components/Dialog";
import { Context } from "./Context";

/** What LINDA knows about the customer of a conversation. */
export function CustomerSide({ id }: { id: string }) {
  const { data } = useConversation(id);
  return data ? <Context context={data.context} /> : null;
}

/** The way to it where there is no room beside the thread. */
export function CustomerButton({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        aria-label="What LINDA knows"
        className="grid size-11 shrink-0 place-content-center rounded-xl hover:bg-sunken"
        onClick={() => setOpen(true)}
        type="button"
      >
        <UserRound aria-hidden size={18} />
      </button>
      <Dialog onClose={() => setOpen(false)} open={open} title="What LINDA knows">
        <CustomerSide id={id} />
      </Dialog>
    </>
  );
}
