"use client";

import { Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/Button";

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [copied, setCopied] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      setCopied("Copied.");
    } catch {
      setCopied("Could not copy. Write them down.");
    }
  }

  return (
    <div className="grid gap-5">
      <div className="grid gap-1.5">
        <h1 className="font-semibold text-2xl tracking-tight outline-none" ref={title} tabIndex={-1}>
          Keep these codes
        </h1>
        <p className="text-muted">
          Without your authenticator app, one of these lets you in. Each works once. You see them only now.
        </p>
      </div>
      <ol className="grid grid-cols-2 gap-x-4 gap-y-1.5 rounded-xl bg-sunken p-4 text-center font-medium">
        {codes.map((code) => (
          <li className="select-all whitespace-nowrap" key={code}>
            {code}
          </li>
        ))}
      </ol>
      <div className="grid gap-2">
        <Button icon={<Copy aria-hidden size={16} />} onClick={copy}>
          Copy them
        </Button>
        <p className="text-center text-muted text-sm" role="status">
          {copied}
        </p>
        <Button kind="primary" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
