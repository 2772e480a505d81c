"use client";

import { ChevronLeft, Printer } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { PublicPage } from "@/api/contract";
import { usePublicPage } from "@/api/hooks";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Segmented } from "@/components/Segmented";
import { Skeleton } from "@/components/Skeleton";
import { type Paper, Sheet } from "./Sheet";
import "./poster.css";

const PAPERS = [
  { value: "letter", label: "Letter" },
  { value: "a4", label: "A4" },
] as const;

function warnings(page: PublicPage): string[] {
  const site = URL.canParse(page.site_url) ? new URL(page.site_url).hostname : "";
  return [
    ...(page.simulated
      ? [`No real number is set: ${page.phone_display} is a practice number nobody can reach.`]
      : []),
    ...(/^(localhost|127\.|\[::1\])/.test(site)
      ? ["The code opens a page on this machine alone, not on the web."]
      : []),
  ];
}

function Checks({ page }: { page: PublicPage }) {
  const found = warnings(page);
  if (found.length === 0) return null;
  return <Banner>{found.join(" ")} Don't hang this up yet.</Banner>;
}

/** The QR code for the shop's door, on the paper at hand. */
export function Poster() {
  const { data: page, error } = usePublicPage();
  const [paper, setPaper] = useState<Paper>("letter");
  return (
    <div className="mx-auto grid min-w-0 max-w-xl gap-4 p-4 sm:p-6 print:block print:max-w-none print:p-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
        <Link
          aria-label="To the desk"
          className="-ml-2 grid size-11 place-content-center rounded-xl hover:bg-sunken"
          href="/desk/"
          prefetch={false}
        >
          <ChevronLeft aria-hidden size={22} />
        </Link>
        <h1 className="mr-auto font-semibold text-xl">Door poster</h1>
        <div className="flex gap-2 max-sm:w-full">
          <Segmented
            choices={PAPERS}
            className="flex flex-1 rounded-xl bg-sunken p-1"
            label="Paper"
            onChoose={setPaper}
            value={paper}
          />
          <Button
            className="min-h-13"
            disabled={!page}
            icon={<Printer aria-hidden size={18} />}
            kind="primary"
            onClick={() => window.print()}
          >
            Print
          </Button>
        </div>
      </header>
      <div className="grid gap-4 empty:hidden print:hidden">
        {error && !page && <Banner>{error.message}</Banner>}
        {page && <Checks page={page} />}
      </div>
      <main className="min-w-0 overflow-hidden rounded-card border border-line print:rounded-none print:border-0">
        {page ? <Sheet page={page} paper={paper} /> : <Skeleton className="aspect-[8.5/11] w-full" />}
      </main>
    </div>
  );
}
