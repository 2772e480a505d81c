"use client";

import { useState } from "react";

// Words not sent yet, by conversation, while the page is open.
const drafts = new Map<string, string>();

/** The owner's unsent words to one customer; they wait when he looks at another conversation. */
export function useDraft(conversation: string): [string, (draft: string) => void] {
  const [draft, setDraft] = useState(drafts.get(conversation) ?? "");
  function keep(next: string) {
    drafts.set(conversation, next);
    setDraft(next);
  }
  return [draft, keep];
}
