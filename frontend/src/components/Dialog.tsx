"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; wide?: boolean };

/** A modal on the browser's own <dialog>: focus stays inside, Escape and a click beside it close it. */
export function Dialog({ open, onClose, title, children, wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog with Escape, which <dialog> brings
    <dialog
      aria-labelledby={id}
      className={`w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-0 text-ink backdrop:bg-black/50 ${wide ? "max-w-2xl" : "max-w-md"}`}
      onClick={(event) => event.target === dialog.current && onClose()}
      onClose={onClose}
      ref={dialog}
    >
      {open && (
        <div className="grid gap-4 p-5">
          <div className="flex items-center justify-between gap-3">
            <h2 className="font-semibold text-lg" id={id}>
              {title}
            </h2>
            <button
              aria-label="Close"
              className="-mr-2 grid size-11 place-content-center rounded-xl hover:bg-sunken"
              onClick={onClose}
              type="button"
            >
              <X aria-hidden size={20} />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
