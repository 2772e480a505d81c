"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { ownAddress } from "@/format/address";
import { PLACES, type SectionId } from "./sections";

/** A form by its section, and by a name of its own where the section has another one: "discounts/today". */
type FormName = SectionId | `${SectionId}/${string}`;

type Unsaved = {
  sections: ReadonlySet<SectionId>;
  report: (form: FormName, isDirty: boolean) => void;
};

const UnsavedContext = createContext<Unsaved>({ sections: new Set(), report: () => undefined });

/** The sections that hold something not saved yet. */
export function useUnsaved(): ReadonlySet<SectionId> {
  return useContext(UnsavedContext).sections;
}

/** Tells the page whether a form holds something that would be lost. */
export function useReport(form: FormName, isDirty: boolean) {
  const { report } = useContext(UnsavedContext);
  useEffect(() => report(form, isDirty), [report, form, isDirty]);
  useEffect(() => () => report(form, false), [report, form]);
}

/** The place of this site a click leads to, when it leaves this page in this tab. */
function leavesTo(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  return link.pathname === window.location.pathname ? null : ownAddress(link.href);
}

function useGuard(isOn: boolean, onLeave: (to: string) => void) {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    function onClick(event: MouseEvent) {
      const to = leavesTo(event);
      if (!to) return;
      // A link of Next does nothing once the click is taken.
      event.preventDefault();
      onLeave(to);
    }
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", onClick, { capture: true });
    };
  }, [isOn, onLeave]);
}

function LeaveDialog({
  names,
  onStay,
  onGo,
}: {
  names: string[] | null;
  onStay: () => void;
  onGo: () => void;
}) {
  return (
    <Dialog onClose={onStay} open={names !== null} title="Leave without saving?">
      <p>What is not saved is lost: {names?.join(", ")}.</p>
      <div className="flex flex-wrap gap-2">
        <Button autoFocus onClick={onStay}>
          Stay here
        </Button>
        <Button kind="danger" onClick={onGo}>
          Leave
        </Button>
      </div>
    </Dialog>
  );
}

/** Knows which sections are not saved, and asks before they are left. */
export function UnsavedProvider({ children }: { children: ReactNode }) {
  const [forms, setForms] = useState<ReadonlySet<FormName>>(new Set());
  const [leaving, setLeaving] = useState<string | null>(null);
  const router = useRouter();
  const report = useCallback((form: FormName, isDirty: boolean) => {
    setForms((before) => {
      if (before.has(form) === isDirty) return before;
      const after = new Set(before);
      if (isDirty) after.add(form);
      else after.delete(form);
      return after;
    });
  }, []);
  useGuard(forms.size > 0, setLeaving);
  const unsaved = useMemo(() => {
    const sections = new Set([...forms].map((form) => form.split("/")[0] as SectionId));
    return { sections, report };
  }, [forms, report]);
  const names = PLACES.filter((place) => unsaved.sections.has(place.id)).map((place) => place.title);
  return (
    <UnsavedContext value={unsaved}>
      {children}
      <LeaveDialog
        names={leaving === null ? null : names}
        onGo={() => {
          setLeaving(null);
          router.push(ownAddress(leaving ?? "") ?? "/desk/");
        }}
        onStay={() => setLeaving(null)}
      />
    </UnsavedContext>
  );
}
