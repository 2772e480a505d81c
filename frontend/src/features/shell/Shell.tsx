"use client";

import type { ReactNode } from "react";
import { DeskProvider } from "./Desk";

/** The frame of the desk. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <DeskProvider>
      <main className="mx-auto min-w-0 max-w-7xl p-4 lg:p-8">{children}</main>
    </DeskProvider>
  );
}
