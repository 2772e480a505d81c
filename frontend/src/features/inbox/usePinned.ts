"use client";

import { useEffect, useState } from "react";
import type { ConversationHead } from "@/api/contract";

/**
 * The conversation to show: the chosen one, else the newest of this list at the time it was first seen.
 *
 * It stays when a newer one arrives, so that no words end up with another customer than the one they were typed for.
 */
export function usePinned(
  list: string,
  heads: readonly ConversationHead[],
  chosen: string | null,
): string | null {
  const [pin, setPin] = useState<{ list: string; id: string } | null>(null);
  const newest = heads[0]?.id;
  const isPinned = pin?.list === list;
  useEffect(() => {
    if (!isPinned && newest) setPin({ list, id: newest });
  }, [isPinned, list, newest]);
  return chosen ?? (isPinned ? (pin?.id ?? null) : null);
}
