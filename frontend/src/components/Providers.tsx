"use client";

import { type ReactNode, useEffect } from "react";
import { SWRConfig } from "swr";
import { ToastProvider } from "./Toast";

const DATA = {
  keepPreviousData: true,
  revalidateOnFocus: true,
  shouldRetryOnError: false,
  dedupingInterval: 1000,
};

/** What every page shares; `html[data-ready]` tells tests that buttons answer from here on. */
export function Providers({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.ready = "";
  }, []);
  return (
    <SWRConfig value={DATA}>
      <ToastProvider>{children}</ToastProvider>
    </SWRConfig>
  );
}
