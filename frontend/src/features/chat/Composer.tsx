"use client";

import { ArrowUp } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";

const LONGEST = 1000;

type Props = { label: string; placeholder: string; onSend: (text: string) => void; disabled?: boolean };

/** Where a message is written: Enter sends, Shift and Enter begins a new line. */
export function Composer({ label, placeholder, onSend, disabled = false }: Props) {
  const [text, setText] = useState("");

  function send(event: FormEvent) {
    event.preventDefault();
    const message = text.trim();
    if (!message || disabled) return;
    onSend(message);
    setText("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  }

  return (
    <form className="flex items-end gap-2 p-3" onSubmit={send}>
      <textarea
        aria-label={label}
        className="field-sizing-content max-h-32 min-h-11 w-full min-w-0 resize-none rounded-[1.375rem] border border-edge bg-surface px-4 py-2.5 text-ink leading-normal placeholder:text-muted"
        enterKeyHint="send"
        maxLength={LONGEST}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        rows={1}
        value={text}
      />
      <button
        aria-label="Send"
        className="grid size-11 shrink-0 place-content-center rounded-full bg-ink text-on-ink disabled:opacity-40"
        disabled={disabled || !text.trim()}
        type="submit"
      >
        <ArrowUp aria-hidden size={20} />
      </button>
    </form>
  );
}
