"use client";

import { Megaphone } from "lucide-react";
import { useState } from "react";
import type { Cockpit } from "@/api/contract";
import { LineField } from "./LineField";

type Props = { cockpit: Cockpit; disabled: boolean; onSave: (bulletin: string) => Promise<boolean> };

/** What LINDA says of the owner in her own words, and the news she adds for everybody. */
export function CustomersHear({ cockpit, disabled, onSave }: Props) {
  const [adding, setAdding] = useState(false);
  const { bulletin } = cockpit.state.state;
  const shown = adding || bulletin !== "";
  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className="flex items-center justify-between gap-3 lg:min-h-11">
        <h2 className="font-medium text-mode-ink text-sm">What customers hear right now</h2>
        {!shown && (
          <button
            className="-my-2 -mr-2 inline-flex shrink-0 min-h-11 items-center gap-1.5 rounded-lg px-2 font-medium text-mode-ink text-sm underline underline-offset-4 disabled:opacity-60"
            disabled={disabled}
            onClick={() => setAdding(true)}
            type="button"
          >
            <Megaphone aria-hidden size={14} />
            Add news
          </button>
        )}
      </div>
      <p className="rounded-2xl rounded-bl-sm bg-surface px-4 py-2.5 lg:py-3">{cockpit.customers_hear}</p>
      {shown && (
        <LineField
          autoFocus={adding}
          disabled={disabled}
          icon={<Megaphone aria-hidden size={16} />}
          label="News for everybody"
          maxLength={300}
          onLeave={() => setAdding(false)}
          onSave={onSave}
          placeholder="20% off screens today"
          value={bulletin}
        />
      )}
    </div>
  );
}
