"use client";

import type { ShopSettings, State } from "@/api/contract";
import { Button } from "@/components/Button";
import { Field } from "@/components/Field";
import { Pick } from "./Choices";
import { SectionFormFrame } from "./SectionFormFrame";
import { useShopSettings } from "./ShopSettings";
import { asTitle, asWords } from "./typed";
import { type Shape, useSectionForm } from "./useSectionForm";
import { useStatePart } from "./useStatePart";

type Assistant = ShopSettings["assistant"];

const SHAPE: Shape<Assistant> = {
  id: "assistant",
  holds: ["assistant"],
  read: ({ assistant }) => assistant,
  write: (assistant) => ({ assistant }),
};

const VOICES = ["Polly.Joanna-Neural", "Polly.Matthew-Neural", "Polly.Ruth-Neural", "Polly.Stephen-Neural"];
const OWN_WORDS = { persona: null, assistant_name: null, voice: null, greeting: null } as const;

/** What the state says in place of these settings, as words. */
function overrides(state: State | undefined): string[] {
  if (!state) return [];
  const said = [
    state.assistant_name && `her name is ${state.assistant_name}`,
    state.persona && `she sounds ${asWords(state.persona)}`,
    state.voice && `her voice is ${state.voice}`,
    state.greeting && `she begins with "${state.greeting}"`,
  ];
  return said.filter((each): each is string => Boolean(each));
}

function Overridden() {
  const { state, busy, put } = useStatePart();
  const said = overrides(state);
  if (said.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-xl bg-sunken px-4 py-3">
      <p className="min-w-0 flex-1 basis-56">For now you set it otherwise: {said.join(", ")}.</p>
      <Button busy={busy} onClick={() => put(OWN_WORDS, "LINDA is as these settings say.")}>
        Use these settings
      </Button>
    </div>
  );
}

/** How LINDA presents herself. */
export function AssistantSection() {
  const form = useSectionForm(SHAPE);
  const { legal } = useShopSettings().settings;
  const assistant = form.draft;
  const change = (key: keyof Assistant, value: string) =>
    form.edit({ ...assistant, [key]: value }, `assistant.${key}`);
  return (
    <SectionFormFrame form={form} id="assistant">
      <Overridden />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          error={form.error("assistant.name")}
          label="Her name"
          maxLength={40}
          onChange={(event) => change("name", event.target.value)}
          value={assistant.name}
        />
        <Pick
          choices={legal.personas.map((persona) => ({ value: persona, label: asTitle(asWords(persona)) }))}
          error={form.error("assistant.persona")}
          label="How she sounds"
          onPick={(persona) => change("persona", persona)}
          value={assistant.persona}
        />
        <Field
          className="sm:col-span-2"
          error={form.error("assistant.greeting")}
          label="Her first words"
          onChange={(event) => change("greeting", event.target.value)}
          value={assistant.greeting}
        />
        <Field
          className="sm:col-span-2"
          error={form.error("assistant.voice")}
          hint={`A voice name of Twilio, like ${VOICES[1]}.`}
          label="Her voice on the phone"
          list="voices"
          onChange={(event) => change("voice", event.target.value)}
          spellCheck={false}
          value={assistant.voice}
        />
      </div>
      <datalist id="voices">
        {VOICES.map((voice) => (
          <option key={voice} value={voice} />
        ))}
      </datalist>
    </SectionFormFrame>
  );
}
