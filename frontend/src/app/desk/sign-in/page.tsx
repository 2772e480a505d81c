import type { Metadata } from "next";
import { SignIn } from "@/features/signin/SignIn";

export const metadata: Metadata = { title: "Sign in" };

/** How the owner gets to the desk. */
export default function Page() {
  return <SignIn />;
}
