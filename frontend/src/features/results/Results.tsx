"use client";

/** The page's body. */
export function Results() {
  return <h1 className="font-semibold text-2xl">Results</h1>;
}
