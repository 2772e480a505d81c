"use client";

import { Check } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Panel } from "./Panel";
import { placeOf, placeWords, type SectionId } from "./sections";
import type { SectionForm } from "./useSectionForm";

type Form = Omit<SectionForm<unknown>, "draft" | "edit" | "error">;

function Trouble({ form, onTakeTheirs }: { form: Form; onTakeTheirs: () => void }) {
  if (form.isClash)
    return (
      <Banner action={<Button onClick={onTakeTheirs}>Take theirs</Button>}>
        Somebody else changed this meanwhile. What you typed is still here: save it over theirs, or take
        theirs.
      </Banner>
    );
  if (form.problem) return <Banner>{form.problem}</Banner>;
  return form.elsewhere.map(({ at, says }) => (
    <Banner key={at + says}>{at ? `${placeWords(at)}: ${says}` : says}</Banner>
  ));
}

/** What gets the focus is scrolled so far that the bar, and on phones the navigation, do not lie over it. */
const CLEAR_OF_THE_BAR =
  "[&_:is(input,select,button,[role=alert])]:scroll-mb-40 lg:[&_:is(input,select,button,[role=alert])]:scroll-mb-24";

/** What stays in view while there is something to save, with what stands in the way of it. */
function SaveBar({ form, title, onDiscard }: { form: Form; title: string; onDiscard: () => void }) {
  const isShown = form.isDirty || form.isSaved;
  const look = isShown
    ? "sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-10 rounded-xl border border-line bg-surface p-2 shadow-lg lg:bottom-4"
    : "sr-only";
  return (
    <div className={`grid min-w-0 gap-2 ${look}`}>
      <p className={form.isSaved ? "flex min-h-11 items-center gap-2 px-2" : "sr-only"} role="status">
        {form.isSaved && (
          <>
            <Check aria-hidden className="shrink-0" size={18} />
            Saved. LINDA uses it from now on.
          </>
        )}
      </p>
      {form.isDirty && (
        <>
          <Trouble form={form} onTakeTheirs={onDiscard} />
          <div className="flex flex-wrap gap-2 lg:justify-end">
            <Button kind="quiet" onClick={onDiscard}>
              Discard<span className="sr-only"> the changes to {title}</span>
            </Button>
            <Button busy={form.busy} className="flex-1 lg:flex-none lg:px-8" kind="primary" type="submit">
              Save<span className="sr-only"> {title}</span>
            </Button>
          </div>
        </>
      )}
    </div>
  );
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
  useEffect(() => {
    if (form.refusals === 0) return;
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else body.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: "nearest" });
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
        className={`grid min-w-0 gap-5 ${CLEAR_OF_THE_BAR}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        ref={body}
      >
        {children}
        <SaveBar form={form} onDiscard={discard} title={placeOf(id).title} />
      </form>
      {after}
    </Panel>
  );
}
