"use client";

import { useState } from "react";
import { sentence } from "@/api/problem";

/** Something that is done at a press and may be refused: whether it is on its way, and what was said against it. */
export function usePress() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");

  async function press(act: () => Promise<unknown>) {
    setBusy(true);
    setRefusal("");
    try {
      await act();
    } catch (error) {
      setRefusal(sentence(error));
    }
    setBusy(false);
  }

  return { busy, refusal, press };
}
