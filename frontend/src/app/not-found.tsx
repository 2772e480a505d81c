import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Not here" };

/** Shown for an address that no page has. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center gap-4 p-6 text-center">
      <h1 className="font-semibold text-2xl">There is nothing here.</h1>
      <p className="text-muted">The link may be old or mistyped.</p>
      <p>
        <Link className="inline-flex min-h-11 items-center underline underline-offset-4" href="/">
          Go to the shop's page
        </Link>
      </p>
    </main>
  );
}
