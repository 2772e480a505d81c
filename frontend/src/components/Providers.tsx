"use client";

import { type ReactNode, useEffect } from "react";
import { SWRConfig, type SWRConfiguration } from "swr";
import { Problem } from "@/api/problem";
import { ToastProvider } from "./Toast";

const RETRY_AFTER = 3000;

/** Whether the same question may be answered later: LINDA is away or busy, and did not say no. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status === 429 || error.status >= 500;
}

const DATA: SWRConfiguration = {
  keepPreviousData: true,
  revalidateOnFocus: true,
  dedupingInterval: 1000,
  // Without a network polls go on and fail, or nobody would be told; and LINDA may be on this very machine.
  isOnline: () => true,
  // A poll pauses at the first error; without a steady retry the page would stay "Can't reach LINDA" for good.
  shouldRetryOnError: mayPass,
  onErrorRetry: (_error, _key, _config, revalidate, options) => {
    setTimeout(() => revalidate(options), RETRY_AFTER);
  },
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
