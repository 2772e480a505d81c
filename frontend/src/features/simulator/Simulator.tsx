"use client";

/** The page's body. */
export function Simulator() {
  return <h1 className="font-semibold text-2xl">Simulator</h1>;
}
