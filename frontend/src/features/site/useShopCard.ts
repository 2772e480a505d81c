"use client";

import { useSyncExternalStore } from "react";

/** The shop's name and number as they stand in the page itself. */
export type ShopCard = { shop: string; phone: string; phone_display: string };

let card: ShopCard | null | undefined;

function read(): ShopCard | null {
  if (card === undefined) {
    const { shop = "", phone = "", display = "" } = document.getElementById("call-and-text")?.dataset ?? {};
    card = phone.startsWith("+") ? { shop, phone, phone_display: display } : null;
  }
  return card;
}

const never = () => () => undefined;

/** What the page knows before LINDA answers, and when she cannot be reached: enough to call and to text. */
export function useShopCard(): ShopCard | null {
  return useSyncExternalStore(never, read, () => null);
}
