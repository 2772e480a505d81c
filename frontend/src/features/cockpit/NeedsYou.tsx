"use client";

import { Check, CircleCheck, Hand, MessageCircleWarning, MessageCircleX, Tag, X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { desk } from "@/api/calls";
import type { Answer, NeedsYou as Need } from "@/api/contract";
import { sentence } from "@/api/problem";
import { Button, buttonClass } from "@/components/Button";
import { Card, Section } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { useToast } from "@/components/Toast";
import { useKeys } from "@/components/useKeys";
import { useDesk } from "@/features/shell/Desk";

const ICONS = { approval: Tag, handed_over: MessageCircleWarning, failed_text: MessageCircleX } as const;
const ANSWER_ICONS = { approve: Check, offer: null, keep: X } as const;
const KEYS: Record<Answer["id"], string> = { approve: "a", offer: "o", keep: "d" };

function useDecision() {
  const { refresh } = useDesk();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);

  async function undo(need: Need) {
    try {
      await desk.undoDecision(need.id);
      toast({ says: "It waits for you again." });
    } catch (error) {
      toast({ says: sentence(error) });
    }
    await refresh();
  }

  async function decide(need: Need, answer: Answer["id"]) {
    if (busy) return;
    setBusy(need.id);
    try {
      const asked = Date.now();
      const decision = await desk.decide(need.id, answer);
      // The hold is counted from now: the browser's clock need not be the shop's.
      toast({ says: decision.says, undo: () => undo(need), until: asked + 5000 });
    } catch (error) {
      toast({ says: sentence(error) });
    }
    await refresh();
    setBusy(null);
  }
  return { busy, decide };
}

type CardProps = { need: Need; disabled: boolean; onAnswer: (answer: Answer["id"]) => void };

function NeedCard({ need, disabled, onAnswer }: CardProps) {
  const Icon = ICONS[need.kind];
  return (
    <li>
      <Card className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3 p-4 focus-within:border-ink lg:p-5">
        <div aria-hidden className="grid size-9 place-content-center rounded-full bg-ink text-on-ink">
          <Icon size={18} />
        </div>
        <div className="grid gap-1">
          <h3 className="font-semibold">{need.title}</h3>
          {need.detail && <p className="text-muted">{need.detail}</p>}
          {need.lapse_says && <p className="text-muted text-sm">{need.lapse_says}</p>}
        </div>
        <div className="col-span-2 grid grid-cols-2 gap-2 sm:col-start-2 sm:flex sm:flex-wrap">
          {need.answers.map((answer, index) => {
            const Mark = ANSWER_ICONS[answer.id];
            return (
              <Button
                aria-keyshortcuts={KEYS[answer.id]}
                className={index === 0 ? "max-sm:col-span-2" : ""}
                data-answer={answer.id}
                disabled={disabled}
                icon={Mark && <Mark aria-hidden size={16} />}
                key={answer.id}
                kind={index === 0 ? "primary" : "plain"}
                onClick={() => onAnswer(answer.id)}
              >
                {answer.label}
              </Button>
            );
          })}
          <Link
            className={buttonClass(need.answers.length ? "quiet" : "primary", "max-sm:col-span-2")}
            href={`/desk/inbox/?c=${encodeURIComponent(need.conversation_id)}`}
            prefetch={false}
          >
            {need.kind === "handed_over" && <Hand aria-hidden size={16} />}
            {need.answers.length ? "Read the texts" : "Open the conversation"}
          </Link>
        </div>
      </Card>
    </li>
  );
}

/** What waits for the owner. The keys a, o and d answer the card that has the focus, else the first. */
export function NeedsYou({ needs, disabled }: { needs: readonly Need[]; disabled: boolean }) {
  const { busy, decide } = useDecision();
  const list = useRef<HTMLUListElement>(null);
  const answered = useRef(false);

  function answer(need: Need, id: Answer["id"]) {
    answered.current = true;
    decide(need, id);
  }
  function byKey(id: Answer["id"]) {
    const cards = [...(list.current?.children ?? [])];
    const focused = cards.findIndex((card) => card.contains(document.activeElement));
    const need = focused >= 0 ? needs[focused] : needs.find((each) => each.answers.length > 0);
    if (disabled || !need?.answers.some((each) => each.id === id)) return false;
    answer(need, id);
  }
  useKeys({ a: () => byKey("approve"), o: () => byKey("offer"), d: () => byKey("keep") });

  // The button that was pressed goes away with its card; the focus then belongs to the list.
  const count = needs.length;
  useEffect(() => {
    if (count >= 0 && answered.current && document.activeElement === document.body) list.current?.focus();
    answered.current = false;
  }, [count]);

  return (
    <Section title="Needs you">
      {needs.length === 0 ? (
        <Card>
          <EmptyState icon={<CircleCheck aria-hidden size={24} />}>
            Nothing is waiting. LINDA has the desk.
          </EmptyState>
        </Card>
      ) : (
        <ul className="grid gap-3 outline-none" ref={list} tabIndex={-1}>
          {needs.map((need) => (
            <NeedCard
              disabled={disabled || busy === need.id}
              key={need.id}
              need={need}
              onAnswer={(id) => answer(need, id)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
