import type { PublicPage } from "@/api/contract";
import { OptIn } from "./OptIn";
import { Reach } from "./Reach";

const FEW = 5;

/** Worth a sentence only when it hurries somebody: nobody hurries for the last of 29. */
function left(openings: number): string {
  if (openings === 0 || openings > FEW) return "";
  return openings === 1 ? "1 opening left today." : `${openings} openings left today.`;
}

function Headline({ says }: { says: string }) {
  return (
    <h1 className="min-h-[3.3em] text-balance font-semibold text-[clamp(1.75rem,7vw,2.75rem)] text-mode-ink leading-[1.1] tracking-tight sm:min-h-[2.2em]">
      Broken phone?
      <br />
      {says ? (
        <>
          Next opening{" "}
          <span className="underline decoration-2 decoration-mode-line underline-offset-[0.15em]">
            {says}
          </span>
        </>
      ) : (
        "Ask for a price and a time."
      )}
    </h1>
  );
}

/** When they can come, what the owner is doing, and how to reach the shop: all a hurried reader needs. */
export function Hero({ page }: { page: PublicPage }) {
  const { says, left_today, walk_ins, is_open } = page;
  return (
    <section className="grid content-start gap-5 rounded-card bg-mode-soft p-5 sm:p-8">
      <div aria-live="polite" className="grid gap-3">
        <Headline says={page.next_opening_says} />
        <p className="text-mode-ink">
          <span aria-hidden className="mr-2 inline-block size-2.5 rounded-full bg-mode" />
          {says} {left(left_today)}{" "}
          {walk_ins && is_open ? "You can walk in right now." : "Please book before you come."}
        </p>
      </div>
      <Reach assistant={page.assistant} display={page.phone_display} phone={page.phone} />
      <OptIn shop={page.shop} />
    </section>
  );
}
