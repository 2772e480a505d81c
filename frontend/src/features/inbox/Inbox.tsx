"use client";

/** The page's body. */
export function Inbox() {
  return <h1 className="font-semibold text-2xl">Inbox</h1>;
}
