"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";

type Message = { says: string; undo?: () => void; until?: number };
type Show = (message: Message) => void;

const LASTS = 6000;
const ToastContext = createContext<Show>(() => undefined);

/** Shows one sentence at the bottom, with Undo while it can still be undone (`until` in epoch milliseconds). */
export function useToast(): Show {
  return useContext(ToastContext);
}

function Toast({ message, onEnd }: { message: Message; onEnd: () => void }) {
  useEffect(() => {
    const left = message.until ? Math.max(1000, message.until - Date.now()) : LASTS;
    const timer = setTimeout(onEnd, left);
    return () => clearTimeout(timer);
  }, [message, onEnd]);
  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-2 rounded-xl bg-ink py-1 pr-1 pl-4 text-on-ink shadow-lg">
      <p className="min-w-0 py-2 pr-3">{message.says}</p>
      {message.undo && (
        <button
          className="min-h-11 rounded-lg px-3 font-semibold underline underline-offset-4 focus-visible:outline-on-ink"
          onClick={() => {
            message.undo?.();
            onEnd();
          }}
          type="button"
        >
          Undo
        </button>
      )}
    </div>
  );
}

/** Keeps the place where toasts appear; a new one replaces the old. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const show = useCallback((next: Message) => setMessage({ ...next }), []);
  const end = useCallback(() => setMessage(null), []);
  const toast = useMemo(() => message && <Toast message={message} onEnd={end} />, [message, end]);
  return (
    <ToastContext value={show}>
      {children}
      <div
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-24 z-50 flex justify-center lg:bottom-6 print:hidden"
        role="status"
      >
        {toast}
      </div>
    </ToastContext>
  );
}
