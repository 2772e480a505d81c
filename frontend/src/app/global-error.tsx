"use client";

import "./globals.css";

/** The last page standing: shown when the layout itself fails. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>Something broke · LINDA</title>
        <main className="grid min-h-dvh place-content-center gap-4 p-6 text-center">
          <h1 className="font-semibold text-2xl">Something broke on this page.</h1>
          <p className="text-muted">LINDA is still answering. Nothing you set was lost.</p>
          <p>
            <button className="min-h-11 rounded-lg bg-ink px-4 text-on-ink" onClick={reset} type="button">
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
