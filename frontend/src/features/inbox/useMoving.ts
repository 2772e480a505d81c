"use client";

import type { ConversationHead } from "@/api/contract";
import { useKeys } from "@/components/useKeys";

/** Moves through the conversations with j and k, and asks for the box with Enter. */
export function useMoving(
  heads: readonly ConversationHead[],
  openId: string | null,
  onOpen: (id: string) => void,
  onEnter: () => void,
) {
  function move(by: 1 | -1) {
    const at = heads.findIndex((head) => head.id === openId);
    const next = heads[at < 0 ? 0 : Math.min(Math.max(at + by, 0), heads.length - 1)];
    if (!next) return;
    onOpen(next.id);
    document.getElementById(`head-${next.id}`)?.scrollIntoView({ block: "nearest" });
  }
  useKeys({ j: () => move(1), k: () => move(-1), Enter: onEnter });
}
