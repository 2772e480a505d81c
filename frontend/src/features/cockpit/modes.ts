import { Car, Coffee, Dumbbell, type LucideIcon, Moon, PencilLine, Store } from "lucide-react";
import type { Mode } from "@/api/contract";

export type ModeChoice = { mode: Mode; name: string; icon: LucideIcon };

/** The modes in the order of their keys 1 to 5; Custom asks for words first and has no key. */
export const MODES: readonly ModeChoice[] = [
  { mode: "WORK", name: "Work", icon: Store },
  { mode: "GYM", name: "Gym", icon: Dumbbell },
  { mode: "DRIVING", name: "Driving", icon: Car },
  { mode: "BREAK", name: "Break", icon: Coffee },
  { mode: "CLOSED", name: "Closed", icon: Moon },
  { mode: "CUSTOM", name: "Custom", icon: PencilLine },
];
