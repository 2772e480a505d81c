"use client";

import { useSyncExternalStore } from "react";
import { THEME_KEY } from "./themeScript";

/** What the owner chose: "system" follows the device. */
export type Theme = "system" | "light" | "dark";

const CHANGED = "linda-theme-changed";

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function remember(theme: Theme) {
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Private windows refuse storage; the choice then lasts as long as the page.
  }
}

/** Shows the theme now and on the next visit. */
export function setTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  remember(theme);
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

/** The theme in force, live. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosen, () => "system" as const);
}
