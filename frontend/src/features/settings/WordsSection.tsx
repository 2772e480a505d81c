"use client";

import { useState } from "react";
import type { Mode, ModeWords } from "@/api/contract";
import { Segmented } from "@/components/Segmented";
import { MODES } from "@/features/cockpit/modes";
import { useDesk } from "@/features/shell/Desk";
import { Tick } from "./Choices";
import { filling } from "./preview";
import { SectionFormFrame } from "./SectionFormFrame";
import { StatusLine } from "./StatusLine";
import { type SectionForm, type Shape, useSectionForm } from "./useSectionForm";

type Words = Record<string, ModeWords>;

const SHAPE: Shape<Words> = {
  id: "words",
  holds: ["modes"],
  read: ({ modes }) => modes,
  write: (modes) => ({ modes }),
};

const PICKUPS = [
  { value: "owner", label: "You" },
  { value: "linda", label: "LINDA" },
] as const;

const CHOICE =
  "flex min-h-11 items-center justify-center gap-2 rounded-lg px-2 font-medium text-muted aria-checked:bg-surface aria-checked:text-ink aria-checked:shadow-sm";

type EditorProps = { form: SectionForm<Words>; mode: Mode; words: ModeWords; onTouch: () => void };

function ModeEditor({ form, mode, words, onTouch }: EditorProps) {
  const { cockpit } = useDesk();
  const state = cockpit?.state.state;
  const values = filling(mode, cockpit?.owner ?? "You", state?.mode === mode ? state.note : "");
  const place = `modes.${mode}`;
  const change = (part: Partial<ModeWords>) => {
    const [key] = Object.keys(part);
    onTouch();
    form.edit({ ...form.draft, [mode]: { ...words, ...part } }, `${place}.${key}`);
  };
  return (
    <div className="grid min-w-0 gap-5" data-mode={mode}>
      <div className="grid gap-5 xl:grid-cols-2">
        <StatusLine
          error={form.error(`${place}.status`)}
          label="With an end"
          onChange={(status) => change({ status })}
          places={["owner", "note", "until"]}
          value={words.status}
          values={values}
        />
        <StatusLine
          error={form.error(`${place}.status_open_end`)}
          label="Without an end"
          onChange={(line) => change({ status_open_end: line })}
          places={["owner", "note"]}
          value={words.status_open_end}
          values={values}
        />
      </div>
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        <div>
          <Tick
            isOn={words.walk_ins}
            label="People may walk in"
            onTick={(walkIns) => change({ walk_ins: walkIns })}
          />
          <Tick
            hint="Without an end: none today"
            isOn={words.openings_after_until}
            label="Openings only after the end"
            onTick={(after) => change({ openings_after_until: after })}
          />
        </div>
        <div className="grid content-start gap-1.5">
          <span className="font-medium">Who picks up first</span>
          <Segmented
            choices={PICKUPS}
            label="Who picks up first"
            onChoose={(who) => change({ first_pickup: who })}
            value={words.first_pickup === "owner" ? "owner" : "linda"}
          />
        </div>
      </div>
    </div>
  );
}

/** What each mode means for customers, and how LINDA says it. */
export function WordsSection() {
  const form = useSectionForm(SHAPE);
  const { cockpit } = useDesk();
  const [chosen, setChosen] = useState<{ mode: Mode; refusals: number } | null>(null);
  // A refused save shows what is wrong, until another mode is chosen.
  const isSeen = chosen?.refusals === form.refusals;
  const wrong = MODES.find((each) => form.error(`modes.${each.mode}`) !== undefined)?.mode;
  const mode = (isSeen ? undefined : wrong) ?? chosen?.mode ?? cockpit?.state.state.mode ?? "WORK";
  const words = form.draft[mode];
  const choose = (next: Mode) => setChosen({ mode: next, refusals: form.refusals });
  return (
    <SectionFormFrame form={form} id="words">
      <Segmented
        choiceClass={CHOICE}
        choices={MODES.map(({ mode: value, name, icon: Icon }) => ({
          value,
          label: (
            <>
              <Icon aria-hidden className="max-[24rem]:hidden" size={16} />
              {name}
            </>
          ),
        }))}
        className="grid grid-cols-3 rounded-xl bg-sunken p-1 sm:grid-cols-6"
        label="Mode"
        onChoose={choose}
        value={mode}
      />
      {words && <ModeEditor form={form} key={mode} mode={mode} onTouch={() => choose(mode)} words={words} />}
    </SectionFormFrame>
  );
}
