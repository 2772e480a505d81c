"use client";

/** The page's body. */
export function Poster() {
  return <h1 className="font-semibold text-2xl">Poster</h1>;
}
