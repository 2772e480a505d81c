"use client";

/** The page's body. */
export function Site() {
  return <h1 className="font-semibold text-2xl">Site</h1>;
}
