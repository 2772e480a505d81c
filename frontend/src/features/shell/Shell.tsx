"use client";

import { type ReactNode, useState } from "react";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { useKeys } from "@/components/useKeys";
import { BottomBar } from "./BottomBar";
import { DeskProvider, useDesk } from "./Desk";
import { KeysSheet } from "./KeysSheet";
import { Sidebar } from "./Sidebar";

function OfflineBanner() {
  const { offline, seenAt, refresh } = useDesk();
  if (!offline) return null;
  const time = seenAt?.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  return (
    <div className="sticky top-2 z-30 mb-4">
      <Banner
        action={
          <Button className="text-ink" onClick={() => refresh()}>
            Try again
          </Button>
        }
      >
        Can't reach LINDA. {time ? `Showing what we had at ${time}.` : "Nothing to show yet."}
      </Banner>
    </div>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { cockpit } = useDesk();
  const [keys, setKeys] = useState(false);
  useKeys({ "?": () => setKeys(true) });
  return (
    <div className="flex min-h-dvh" data-mode={cockpit?.state.state.mode}>
      <a
        className="-top-16 fixed left-4 z-50 rounded-xl bg-ink px-4 py-3 text-on-ink focus:top-4"
        href="#content"
      >
        Skip to the page
      </a>
      <Sidebar onKeys={() => setKeys(true)} />
      <main
        className="mx-auto min-w-0 max-w-[90rem] flex-1 px-4 pt-4 pb-24 lg:px-8 lg:pt-7 lg:pb-10"
        id="content"
        tabIndex={-1}
      >
        <OfflineBanner />
        {children}
      </main>
      <BottomBar />
      <KeysSheet onClose={() => setKeys(false)} open={keys} />
    </div>
  );
}

/** The frame around every page of the desk: navigation, the sheet of keys, and word of a lost connection. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <DeskProvider>
      <Frame>{children}</Frame>
    </DeskProvider>
  );
}
