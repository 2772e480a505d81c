"use client";

import { session } from "@/api/calls";
import { sentence } from "@/api/problem";
import { useToast } from "@/components/Toast";

/** Signs this browser out and goes to the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const toast = useToast();
  return async () => {
    try {
      await session.signOut();
      // A full load, so that nothing of the desk stays in memory.
      window.location.assign("/desk/sign-in/");
    } catch (error) {
      toast({ says: sentence(error) });
    }
  };
}
