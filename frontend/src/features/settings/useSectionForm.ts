"use client";

import { useEffect, useState } from "react";
import type { SettingsChange, SettingsSection, ShopSettings } from "@/api/contract";
import { Problem, sentence } from "@/api/problem";
import { useDesk } from "@/features/shell/Desk";
import { useShopSettings } from "./ShopSettings";
import { placeWords, type SectionId } from "./sections";
import { asTitle } from "./typed";
import { useReport } from "./Unsaved";

export type Finding = { at: string; says: string };

/** How a part of the settings becomes what is typed, and what is typed becomes settings again. */
export type Shape<Draft> = {
  id: SectionId;
  /** The sections of the settings that the form holds. */
  holds: readonly SettingsSection[];
  read: (settings: ShopSettings) => Draft;
  write: (draft: Draft) => SettingsChange["changes"];
  /** What has to change with it in other sections, so that they still fit. */
  along?: (draft: Draft, settings: ShopSettings) => SettingsChange["changes"];
  /** What the server could not see or would say in the words of the shop file. */
  check?: (draft: Draft, settings: ShopSettings) => Finding[];
};

const SAVED_LASTS = 5000;
const STALE = "Somebody else changed the settings meanwhile. What you typed is still here: save it again.";

/** What the server says of a key of the shop file, said of a field. */
function said(says: string): string {
  if (says.endsWith('not ""')) return "Fill this in.";
  const plain = says.replace(" in quotes", "").replace(/(services|add_ons)\[\d+\]/g, placeWords);
  return asTitle(plain);
}

const isWithin = (at: string, place: string) =>
  at === place || at.startsWith(`${place}.`) || at.startsWith(`${place}[`);

/**
 * A form on one part of the settings.
 *
 * Untouched it follows the settings in force. Once touched it keeps what was typed until it is saved or discarded, also
 * when somebody else changes the same part: then `isClash` is true, and saving puts the typed over theirs.
 */
export function useSectionForm<Draft>(shape: Shape<Draft>) {
  const { settings, put } = useShopSettings();
  const { offline } = useDesk();
  const [typed, setTyped] = useState<{ draft: Draft; over: string } | null>(null);
  const [findings, setFindings] = useState<Finding[]>([]);
  const [problem, setProblem] = useState("");
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    if (!isSaved) return;
    const timer = setTimeout(() => setSaved(false), SAVED_LASTS);
    return () => clearTimeout(timer);
  }, [isSaved]);

  const theirs = shape.read(settings);
  const stored = JSON.stringify(shape.write(theirs));
  const draft = typed?.draft ?? theirs;
  const isDirty =
    typed !== null &&
    (JSON.stringify(shape.write(draft)) !== stored || (shape.check?.(draft, settings).length ?? 0) > 0);
  useReport(shape.id, isDirty);

  /** Takes in what was typed; `at` is the place whose error is settled by it, everything by default. */
  function edit(next: Draft, at = "") {
    setSaved(false);
    setTyped({ draft: next, over: typed?.over ?? stored });
    setFindings(at ? findings.filter((each) => !isWithin(each.at, at)) : []);
  }

  function discard() {
    setTyped(null);
    setFindings([]);
    setProblem("");
  }

  function refused(error: unknown) {
    setRefusals(refusals + 1);
    if (!(error instanceof Problem)) setProblem(sentence(error));
    else if (error.status === 409) setProblem(STALE);
    else if (error.errors.length > 0) setFindings(error.errors);
    else setProblem(error.message);
  }

  /** Saves; true when it is in force. */
  async function save(): Promise<boolean> {
    setFindings([]);
    setProblem("");
    setBusy(true);
    try {
      const wrong = shape.check?.(draft, settings) ?? [];
      if (wrong.length > 0) throw new Problem(422, "", { errors: wrong });
      await put({ ...shape.along?.(draft, settings), ...shape.write(draft) });
      discard();
      setSaved(true);
      return true;
    } catch (error) {
      refused(error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  const isOwn = ({ at }: Finding) => shape.holds.some((name) => at !== name && isWithin(at, name));
  return {
    draft,
    edit,
    discard,
    save,
    isDirty,
    /** True for a while after it was saved. */
    isSaved: isSaved && !isDirty,
    isClash: isDirty && typed.over !== stored,
    busy: busy || offline,
    problem,
    /** Counts the times a save was refused. */
    refusals,
    /** What is wrong with the whole, or in another section. */
    elsewhere: findings.filter((finding) => !isOwn(finding)),
    /** What is wrong at a place ("services[0].price") or within it. */
    error: (at: string) => {
      const found = findings.find((each) => isWithin(each.at, at));
      return found && said(found.says);
    },
  };
}

export type SectionForm<Draft> = ReturnType<typeof useSectionForm<Draft>>;
