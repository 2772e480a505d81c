"use client";

/** The page's body. */
export function SignIn() {
  return <h1 className="font-semibold text-2xl">SignIn</h1>;
}
