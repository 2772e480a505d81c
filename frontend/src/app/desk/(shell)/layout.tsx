import type { ReactNode } from "react";
import { Shell } from "@/features/shell/Shell";

/** The frame around every page of the desk. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return <Shell>{children}</Shell>;
}
