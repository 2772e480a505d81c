"use client";

/** The page's body. */
export function Calendar() {
  return <h1 className="font-semibold text-2xl">Calendar</h1>;
}
