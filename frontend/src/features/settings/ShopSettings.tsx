"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { KeyedMutator } from "swr";
import { shop } from "@/api/calls";
import type { SettingsChange, ShopSettings } from "@/api/contract";
import { Problem } from "@/api/problem";
import { useDesk } from "@/features/shell/Desk";

type Held = {
  settings: ShopSettings;
  /** Puts whole sections in force; when somebody else was faster it takes theirs in, and throws. */
  put: (changes: SettingsChange["changes"]) => Promise<void>;
  /** Goes back to the shop file. */
  restore: () => Promise<void>;
};

const HeldContext = createContext<Held | null>(null);

/** The settings in force, for every section of the page. */
export function useShopSettings(): Held {
  const held = useContext(HeldContext);
  if (!held) throw new Error("useShopSettings belongs inside the settings page");
  return held;
}

type Props = { settings: ShopSettings; mutate: KeyedMutator<ShopSettings>; children: ReactNode };

/** Holds the settings and writes them under their version. */
export function ShopSettingsProvider({ settings, mutate, children }: Props) {
  const { refresh } = useDesk();
  const held = useMemo(() => {
    async function inForce(write: () => Promise<ShopSettings>) {
      try {
        await mutate(await write(), { revalidate: false });
        // The owner's state names the settings that are in force with it: it has a new version too.
        await refresh();
      } catch (error) {
        const current = error instanceof Problem ? error.current<ShopSettings>() : null;
        if (current) await mutate(current, { revalidate: false });
        throw error;
      }
    }
    const { version } = settings;
    return {
      settings,
      put: (changes: SettingsChange["changes"]) => inForce(() => shop.change({ version, changes })),
      restore: () => inForce(() => shop.restore(version)),
    };
  }, [settings, mutate, refresh]);
  return <HeldContext value={held}>{children}</HeldContext>;
}
