"use client";

import { useEffect } from "react";
import type { Mode, PublicPage } from "@/api/contract";
import { usePublicPage } from "@/api/hooks";
import { Banner } from "@/components/Banner";
import { ChatCard } from "@/features/chat/ChatCard";
import { Footer } from "./Footer";
import { Hero } from "./Hero";
import { Loading } from "./Loading";
import { Practical } from "./Practical";
import { Prices } from "./Prices";
import { useShopCard } from "./useShopCard";

function Away({ hasPage }: { hasPage: boolean }) {
  return (
    <Banner>
      {hasPage
        ? "Can't reach the shop's page right now. This is what it said last; calls and texts still work."
        : "Can't load times and prices right now. Calls and texts still work."}
    </Banner>
  );
}

function Practice() {
  return (
    <p className="rounded-xl bg-sunken px-4 py-2.5 text-sm">
      This is a practice number on this machine. Text it from the{" "}
      <a className="underline underline-offset-4" href="/phone/">
        phone simulator
      </a>
      .
    </p>
  );
}

function Full({ page }: { page: PublicPage }) {
  return (
    <>
      <Hero page={page} />
      <ChatCard
        className="lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:h-[min(42rem,calc(100dvh-3rem))]"
        page={page}
      />
      <div className="grid content-start gap-6">
        <Prices prices={page.prices} />
        <Practical page={page} />
      </div>
    </>
  );
}

/** The hue of the page: before and after hours the shop is closed, whatever the owner's mode. */
function hue(page: PublicPage | undefined): Mode {
  if (!page || (page.mode === "WORK" && !page.is_open)) return "CLOSED";
  return page.mode;
}

/** What the QR code on the door opens. */
export function Site() {
  const { data: page, error } = usePublicPage();
  const card = useShopCard();
  const shop = page?.shop ?? card?.shop;
  useEffect(() => {
    if (shop) document.title = shop;
  }, [shop]);
  return (
    <div className="mx-auto grid min-w-0 max-w-6xl gap-4 p-4 sm:gap-6 sm:p-6" data-mode={hue(page)}>
      <header className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-semibold">{shop}</p>
        <p className="text-muted text-sm">{page?.address}</p>
      </header>
      <main className="grid min-w-0 gap-4 sm:gap-6">
        {error && <Away hasPage={page !== undefined} />}
        {page?.simulated && <Practice />}
        <div className="grid min-w-0 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_25rem]">
          {page ? <Full page={page} /> : <Loading card={card} isAway={error !== undefined} />}
        </div>
      </main>
      <Footer />
    </div>
  );
}
