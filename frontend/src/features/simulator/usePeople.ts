"use client";

import { useState } from "react";
import type { SimulatorPage } from "@/api/contract";
import { displayed, nextFree } from "./numbers";

export type Person = { phone: string; label: string };

/** Who has the customer's phone: somebody who texted before, or a new number nobody used. */
export function usePeople(page: SimulatorPage) {
  const [fresh, setFresh] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const known = page.people.filter(({ phone }) => phone !== page.owner_phone);
  const isKnown = (phone: string) => known.some((person) => person.phone === phone);

  const taken = [page.shop_phone, page.owner_phone, ...known.map(({ phone }) => phone), ...fresh];
  const lastTexted = page.texts.findLast(({ person }) => isKnown(person))?.person;
  const selected = chosen ?? lastTexted ?? known[0]?.phone ?? nextFree(taken);

  const unused = [...new Set([...fresh, selected])].filter((phone) => !isKnown(phone));
  const people: Person[] = [
    ...known.map(({ phone, phone_display, name }) => ({
      phone,
      label: name && name !== phone_display ? `${name}, ${phone.slice(-4)}` : phone_display,
    })),
    ...unused.map((phone) => ({ phone, label: `New, ${displayed(phone)}` })),
  ];

  function addNew() {
    const phone = nextFree([...taken, selected]);
    setFresh((all) => [...all, selected, phone]);
    setChosen(phone);
  }

  return { people, selected, choose: setChosen, addNew };
}
