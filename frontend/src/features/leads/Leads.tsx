"use client";

/** The page's body. */
export function Leads() {
  return <h1 className="font-semibold text-2xl">Leads</h1>;
}
