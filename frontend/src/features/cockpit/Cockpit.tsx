"use client";

/** The page's body. */
export function Cockpit() {
  return <h1 className="font-semibold text-2xl">Cockpit</h1>;
}
