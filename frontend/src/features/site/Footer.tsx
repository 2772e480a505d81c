const LINK = "inline-flex min-h-11 min-w-11 items-center underline underline-offset-4";

/** The small links under every page a customer sees. */
export function Footer() {
  return (
    <footer className="flex flex-wrap gap-x-6 text-muted text-sm">
      <a className={LINK} href="/privacy/">
        Privacy
      </a>
      <a className={LINK} href="/terms/">
        Terms
      </a>
      <a className={LINK} href="/desk/">
        Owner's desk
      </a>
    </footer>
  );
}
