"use client";

import { PencilLine } from "lucide-react";
import { useState } from "react";
import type { Cockpit, Mode } from "@/api/contract";
import { useKeys } from "@/components/useKeys";
import { ConflictDialog } from "./ConflictDialog";
import { CustomDialog } from "./CustomDialog";
import { CustomersHear } from "./CustomersHear";
import { LineField } from "./LineField";
import { ModePicker } from "./ModePicker";
import { MODES } from "./modes";
import { TimeDialog } from "./TimeDialog";
import { UntilChips } from "./UntilChips";
import { useStateChange } from "./useStateChange";

function Headline({
  cockpit,
  onPick,
  disabled,
}: {
  cockpit: Cockpit;
  onPick: () => void;
  disabled: boolean;
}) {
  const { headline, until_says: end } = cockpit;
  // "You're off until tomorrow" is the calendar's end, not one that was set.
  const splits = cockpit.state.state.until !== null && end !== "" && headline.endsWith(end);
  return (
    <h1 className="text-balance font-semibold text-[1.75rem] text-mode-ink leading-tight tracking-tight lg:text-4xl">
      {splits ? headline.slice(0, -end.length) : headline}
      {splits && (
        <button
          className="font-[inherit] underline decoration-2 decoration-mode-line underline-offset-[0.2em] hover:decoration-mode-ink"
          aria-disabled={disabled || undefined}
          onClick={() => !disabled && onPick()}
          type="button"
        >
          {end}
          <span className="sr-only">, change the time</span>
        </button>
      )}
    </h1>
  );
}

/** The state as a sentence, what changes it, and what customers hear because of it. */
export function StateHero({ cockpit, disabled }: { cockpit: Cockpit; disabled: boolean }) {
  const changer = useStateChange();
  const [asks, setAsks] = useState<"time" | "custom" | null>(null);
  const { state } = cockpit.state;
  const locked = disabled || changer.wish !== null;

  function choose(mode: Mode) {
    if (locked) return;
    if (mode === "CUSTOM") setAsks("custom");
    else if (mode !== state.mode) changer.change({ mode });
  }
  useKeys(Object.fromEntries(MODES.slice(0, 5).map(({ mode }, index) => [index + 1, () => choose(mode)])));

  return (
    <section
      aria-label="What you are doing"
      className="grid gap-x-10 gap-y-4 grid-cols-[minmax(0,1fr)] rounded-3xl bg-mode-soft p-4 xl:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)] lg:p-7"
      data-mode={state.mode}
    >
      <div className="grid min-w-0 content-start gap-3">
        <div className="grid gap-1">
          <Headline cockpit={cockpit} disabled={locked} onPick={() => setAsks("time")} />
          <p className="text-mode-ink max-sm:text-sm">{cockpit.detail}</p>
        </div>
        <ModePicker disabled={locked} mode={state.mode} onChoose={choose} pending={changer.wish?.mode} />
        <UntilChips
          cockpit={cockpit}
          disabled={locked}
          onChoose={(until) => changer.change({ until })}
          onPick={() => setAsks("time")}
        />
        <LineField
          disabled={locked}
          icon={<PencilLine aria-hidden size={16} />}
          label="Note"
          maxLength={200}
          onSave={(note) => changer.change({ note })}
          placeholder="Add a note"
          value={state.note}
        />
      </div>
      <CustomersHear
        cockpit={cockpit}
        disabled={locked}
        onSave={(bulletin) => changer.change({ bulletin })}
      />
      <TimeDialog
        cockpit={cockpit}
        onClose={() => setAsks(null)}
        onPick={(until) => changer.change({ until })}
        open={asks === "time"}
      />
      <CustomDialog
        cockpit={cockpit}
        onClose={() => setAsks(null)}
        onSet={changer.change}
        open={asks === "custom"}
      />
      <ConflictDialog changer={changer} />
    </section>
  );
}
