"use client";

import { ChevronDown, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/Button";
import { asTitle, replaced, without } from "./typed";
import type { SectionForm } from "./useSectionForm";

type RowProps = {
  name: string;
  says: string;
  isOpen: boolean;
  isWrong: boolean;
  onToggle: () => void;
  onRemove: () => void;
  children: ReactNode;
};

function Row({ name, says, isOpen, isWrong, onToggle, onRemove, children }: RowProps) {
  const id = useId();
  return (
    <li className="min-w-0">
      <button
        aria-controls={id}
        aria-expanded={isOpen}
        className="-mx-2 flex min-h-12 w-[calc(100%+1rem)] items-center gap-3 rounded-xl px-2 py-1.5 text-left hover:bg-sunken"
        onClick={onToggle}
        type="button"
      >
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <span className="min-w-0 break-words font-medium">{name}</span>
          <span className="text-muted text-sm">{says}</span>
          {isWrong && <span className="text-error text-sm">Look at this one</span>}
        </span>
        <ChevronDown
          aria-hidden
          className={`shrink-0 text-muted transition-transform ${isOpen ? "rotate-180" : ""}`}
          size={18}
        />
      </button>
      <div className="grid min-w-0 gap-4 pt-2 pb-5" hidden={!isOpen} id={id}>
        {children}
        <div>
          <Button icon={<Trash2 aria-hidden size={16} />} kind="danger" onClick={onRemove}>
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </div>
    </li>
  );
}

type Keyed = { key: string; name: string };

type Props<R extends Keyed> = {
  form: SectionForm<R[]>;
  /** The list's name in the settings, for the places of errors. */
  at: string;
  empty: string;
  addLabel: string;
  blank: () => R;
  /** What a folded line says behind its name. */
  says: (row: R) => string;
  fields: (
    row: R,
    change: (part: Partial<R>, key: string) => void,
    error: (key: string) => string | undefined,
  ) => ReactNode;
};

/** A list whose lines unfold to be edited; a line with a mistake is unfolded by itself. */
export function RowEditor<R extends Keyed>({ form, at, empty, addLabel, blank, says, fields }: Props<R>) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = form.draft;

  function toggle(key: string) {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  }
  function append() {
    const row = blank();
    form.edit([...rows, row]);
    setOpen(new Set(open).add(row.key));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child input")?.focus());
  }

  return (
    <>
      {rows.length === 0 && <p className="text-muted">{empty}</p>}
      <ul className="grid min-w-0 divide-y divide-line" ref={list}>
        {rows.map((row, index) => {
          const place = `${at}[${index}]`;
          const isWrong = form.error(place) !== undefined;
          return (
            <Row
              isOpen={isWrong || open.has(row.key)}
              isWrong={isWrong}
              key={row.key}
              name={asTitle(row.name.trim()) || "New line"}
              onRemove={() => {
                form.edit(without(rows, index));
                add.current?.focus();
              }}
              onToggle={() => toggle(row.key)}
              says={says(row)}
            >
              {fields(
                row,
                (part, key) => form.edit(replaced(rows, index, { ...row, ...part }), `${place}.${key}`),
                (key) => form.error(`${place}.${key}`),
              )}
            </Row>
          );
        })}
      </ul>
      <div>
        <button className={buttonClass("plain")} onClick={append} ref={add} type="button">
          <Plus aria-hidden size={16} />
          {addLabel}
        </button>
      </div>
    </>
  );
}
