"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Panel } from "./Panel";
import { placeOf, placeWords, type SectionId } from "./sections";
import type { SectionForm } from "./useSectionForm";

type Form = Pick<
  SectionForm<unknown>,
  "save" | "discard" | "isDirty" | "isClash" | "busy" | "problem" | "elsewhere" | "refusals"
>;

function Trouble({ form }: { form: Form }) {
  if (form.isClash)
    return (
      <Banner action={<Button onClick={form.discard}>Take theirs</Button>}>
        Somebody else changed this meanwhile. What you typed is still here: save it over theirs, or take
        theirs.
      </Banner>
    );
  if (form.problem) return <Banner>{form.problem}</Banner>;
  return form.elsewhere.map(({ at, says }) => (
    <Banner key={at + says}>{at ? `${placeWords(at)}: ${says}` : says}</Banner>
  ));
}

type Props = {
  id: SectionId;
  form: Form;
  children: ReactNode;
  /** What belongs to the section and is not saved with it. */
  after?: ReactNode;
};

/** A section with its own Save, which appears with the first change. */
export function SectionFormFrame({ id, form, children, after }: Props) {
  const body = useRef<HTMLFormElement>(null);
  const { title } = placeOf(id);
  useEffect(() => {
    if (form.refusals > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.refusals]);

  /** The button that was pressed goes away: the focus goes to what it was for. */
  const focusTitle = () => document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  async function save() {
    if (!form.busy && form.isDirty && (await form.save())) focusTitle();
  }
  function discard() {
    form.discard();
    focusTitle();
  }

  return (
    <Panel id={id}>
      <form
        className="grid min-w-0 gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        ref={body}
      >
        {children}
        <Trouble form={form} />
        {form.isDirty && (
          <div className="sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center gap-2 rounded-xl border border-line bg-surface p-2 shadow-lg lg:bottom-4">
            <Button busy={form.busy} className="flex-1 sm:flex-none" kind="primary" type="submit">
              Save<span className="sr-only"> {title}</span>
            </Button>
            <Button kind="quiet" onClick={discard}>
              Discard<span className="sr-only"> the changes to {title}</span>
            </Button>
          </div>
        )}
      </form>
      {after}
    </Panel>
  );
}
