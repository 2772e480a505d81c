"use client";

import { Fragment } from "react";
import { useToast } from "@/components/Toast";
import { copy } from "@/features/site/copy";
import { webLink } from "@/format/address";

// A link, or a code: four to eight digits that are no part of a number, a price or a time.
const PART = /(https?:\/\/[^\s]*[^\s.,;!?)]|(?<![-\d$.,:+])\b\d{4,8}\b(?![-\d%:]))/;

function Code({ code }: { code: string }) {
  const toast = useToast();
  async function onTap() {
    toast({ says: (await copy(code)) ? `${code} copied.` : `This browser can't copy. The code is ${code}.` });
  }
  return (
    <button
      className="-my-2.5 py-2.5 font-semibold underline underline-offset-4"
      onClick={onTap}
      type="button"
    >
      <span className="sr-only">Copy </span>
      {code}
    </button>
  );
}

/** A text as a phone shows it: links open, codes are copied. */
export function Tappable({ text }: { text: string }) {
  const parts = text.split(PART).map((part, at) => ({ part, key: `${at}`, isTappable: at % 2 === 1 }));
  return parts.map(({ part, key, isTappable }) => {
    if (!isTappable) return <Fragment key={key}>{part}</Fragment>;
    if (!part.startsWith("http")) return <Code code={part} key={key} />;
    const link = webLink(part);
    if (!link) return <Fragment key={key}>{part}</Fragment>;
    return (
      <a
        className="break-all underline underline-offset-4"
        href={link}
        key={key}
        rel="noopener"
        target="_blank"
      >
        {part}
      </a>
    );
  });
}
