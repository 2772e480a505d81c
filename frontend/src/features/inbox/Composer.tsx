"use client";

import { SendHorizontal } from "lucide-react";
import { type RefObject, useId } from "react";

type Props = {
  label: string;
  draft: string;
  onDraft: (draft: string) => void;
  onSend: () => void;
  disabled: boolean;
  box: RefObject<HTMLTextAreaElement | null>;
};

/** The owner's own words. Enter sends, Shift+Enter starts a new line. */
export function Composer({ label, draft, onDraft, onSend, disabled, box }: Props) {
  const id = useId();
  const empty = draft.trim() === "";
  return (
    <form
      className="flex items-end gap-2 border-line border-t p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && !disabled) onSend();
      }}
    >
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="field-sizing-content max-h-40 min-h-11 min-w-0 flex-1 resize-none rounded-3xl border border-edge bg-paper px-4 py-2.5 placeholder:text-muted"
        enterKeyHint="send"
        id={id}
        maxLength={1000}
        onChange={(event) => onDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        placeholder={label}
        readOnly={disabled}
        ref={box}
        rows={1}
        value={draft}
      />
      <button
        aria-label="Send"
        aria-disabled={disabled || empty || undefined}
        className="grid size-11 shrink-0 place-content-center rounded-full bg-ink text-on-ink aria-disabled:opacity-40"
        type="submit"
      >
        <SendHorizontal aria-hidden size={18} />
      </button>
    </form>
  );
}
