"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { Segmented } from "@/components/Segmented";
import { setTheme, type Theme, useTheme } from "@/components/theme";

const CHOICES = [
  { value: "system", label: <Monitor aria-hidden className="mx-auto" size={18} />, name: "Like the device" },
  { value: "light", label: <Sun aria-hidden className="mx-auto" size={18} />, name: "Light" },
  { value: "dark", label: <Moon aria-hidden className="mx-auto" size={18} />, name: "Dark" },
] as const satisfies readonly { value: Theme; label: unknown; name: string }[];

/** Light, dark, or as the device says. */
export function ThemeSwitch() {
  return <Segmented choices={CHOICES} label="Light or dark" onChoose={setTheme} value={useTheme()} />;
}
