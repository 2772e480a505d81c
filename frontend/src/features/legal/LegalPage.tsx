"use client";

import type { ReactNode } from "react";
import { usePublicPage } from "@/api/hooks";

/** How the pages of the small print name the shop and the one who writes. */
export type Names = { shop: string; assistant: string; reach: string };

const UNKNOWN: Names = { shop: "This shop", assistant: "our assistant", reach: "the shop's number" };

type Props = { title: string; children: (names: Names) => ReactNode };

/** A page of small print: readable without JavaScript, and with the shop's own names once LINDA has said them. */
export function LegalPage({ title, children }: Props) {
  const { data } = usePublicPage();
  const names = data ? { shop: data.shop, assistant: data.assistant, reach: data.phone_display } : UNKNOWN;
  return (
    <main className="mx-auto grid max-w-prose gap-6 p-4 pb-12 sm:p-8 [&_h2]:font-semibold [&_h2]:text-lg [&_section]:grid [&_section]:gap-2">
      <p>
        <a className="inline-flex min-h-11 items-center underline underline-offset-4" href="/">
          Back to {data ? data.shop : "the shop's page"}
        </a>
      </p>
      <h1 className="font-semibold text-3xl tracking-tight">{title}</h1>
      {children(names)}
    </main>
  );
}
