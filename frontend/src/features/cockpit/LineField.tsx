"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type Props = {
  icon: ReactNode;
  label: string;
  placeholder: string;
  value: string;
  maxLength: number;
  disabled: boolean;
  onSave: (value: string) => Promise<boolean>;
  /** Takes the focus when it appears, because the owner asked for it. */
  autoFocus?: boolean;
  onLeave?: () => void;
};

/** One line that can be edited in place: Enter or Save sends it, Escape gives the old words back. */
export function LineField(props: Props) {
  const { icon, label, placeholder, value, maxLength, disabled, onSave, autoFocus = false, onLeave } = props;
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    if (!editing) setDraft(value);
  }, [value, editing]);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const dirty = draft.trim() !== value;

  function leave() {
    setEditing(false);
    onLeave?.();
  }
  async function save() {
    if (dirty && !(await onSave(draft.trim()))) return;
    leave();
  }

  return (
    <form
      className="flex items-center gap-2 border-mode-line border-b text-mode-ink focus-within:border-mode-ink"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label className="shrink-0" htmlFor={id}>
        <span className="sr-only">{label}</span>
        {icon}
      </label>
      <input
        autoComplete="off"
        className="min-h-11 min-w-0 flex-1 bg-transparent outline-none placeholder:text-mode-ink placeholder:opacity-75"
        readOnly={disabled}
        enterKeyHint="done"
        id={id}
        maxLength={maxLength}
        onBlur={() => !dirty && leave()}
        onChange={(event) => {
          setEditing(true);
          setDraft(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setDraft(value);
          leave();
        }}
        placeholder={placeholder}
        ref={input}
        value={draft}
      />
      {editing && dirty && (
        <button className="min-h-11 rounded-lg px-3 font-semibold underline underline-offset-4" type="submit">
          Save
        </button>
      )}
    </form>
  );
}
