"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { FieldFrame, INPUT_CLASS } from "@/components/Field";
import { type Filling, filled, type Place } from "./preview";

const NAMES: Record<Place, string> = { owner: "Your name", note: "Your note", until: "The time" };
const CHIP =
  "inline-flex min-h-11 items-center gap-1.5 rounded-full border border-mode-line px-3 font-medium text-mode-ink text-sm hover:bg-mode-soft";

type Props = {
  label: string;
  value: string;
  places: readonly Place[];
  values: Filling;
  error?: string;
  onChange: (value: string) => void;
};

/** A sentence with places that LINDA fills in, and how it sounds then. */
export function StatusLine({ label, value, places, values, error, onChange }: Props) {
  const box = useRef<HTMLInputElement>(null);

  function insert(place: Place) {
    const input = box.current;
    const from = input?.selectionStart ?? value.length;
    const to = input?.selectionEnd ?? from;
    const words = `{${place}}`;
    onChange(value.slice(0, from) + words + value.slice(to));
    input?.focus();
    requestAnimationFrame(() => input?.setSelectionRange(from + words.length, from + words.length));
  }

  return (
    <div className="grid min-w-0 content-start gap-2">
      <FieldFrame error={error} label={label}>
        {(control) => (
          <input
            {...control}
            className={INPUT_CLASS}
            maxLength={160}
            onChange={(event) => onChange(event.target.value)}
            ref={box}
            value={value}
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap gap-2">
        {places.map((place) => (
          <button className={CHIP} key={place} onClick={() => insert(place)} type="button">
            <Plus aria-hidden size={14} />
            {NAMES[place]}
          </button>
        ))}
      </div>
      <div className="grid gap-1">
        <span className="text-muted text-sm">Customers hear</span>
        <output className="justify-self-start break-words rounded-2xl rounded-bl-sm bg-mode-soft px-4 py-2.5 text-mode-ink">
          {filled(value, values) || "…"}
        </output>
      </div>
    </div>
  );
}
