"use client";

/** The page's body. */
export function Settings() {
  return <h1 className="font-semibold text-2xl">Settings</h1>;
}
