"use client";

import { CircleCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Answer, NeedsYou as Need } from "@/api/contract";
import { Card, Section } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { useKeys } from "@/components/useKeys";
import { NeedCard } from "./NeedCard";
import { useDecision } from "./useDecision";

/** What waits for the owner. The keys a, o and d answer the card that has the focus, else the first. */
export function NeedsYou({ needs, disabled }: { needs: readonly Need[]; disabled: boolean }) {
  const { busy, decide } = useDecision();
  const list = useRef<HTMLUListElement>(null);
  const place = useRef<HTMLDivElement>(null);
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

  // The button that was pressed goes away with its card; the focus then goes where the rest is.
  const count = needs.length;
  useEffect(() => {
    if (count >= 0 && answered.current && document.activeElement === document.body) place.current?.focus();
    answered.current = false;
  }, [count]);

  return (
    <Section title="Needs you">
      <p className="sr-only" role="status">
        {count === 0 ? "" : `${count} waiting for you`}
      </p>
      <div className="outline-none" ref={place} tabIndex={-1}>
        {needs.length === 0 ? (
          <Card>
            <EmptyState icon={<CircleCheck aria-hidden size={24} />}>
              Nothing is waiting. LINDA has the desk.
            </EmptyState>
          </Card>
        ) : (
          <ul className="grid gap-3" ref={list}>
            {needs.map((need) => (
              <NeedCard
                busy={busy === need.id}
                disabled={disabled}
                key={need.id}
                need={need}
                onAnswer={(id) => answer(need, id)}
              />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
