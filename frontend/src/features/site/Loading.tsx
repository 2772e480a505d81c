import { Skeleton } from "@/components/Skeleton";
import { OptIn } from "./OptIn";
import { Reach } from "./Reach";
import type { ShopCard } from "./useShopCard";

type Props = { card: ShopCard | null; isAway: boolean };

/**
 * The page before LINDA's first answer, and while she cannot be reached.
 *
 * Call and text are there from the first byte; without JavaScript the grey places would never fill, so they go.
 */
export function Loading({ card, isAway }: Props) {
  return (
    <>
      <section className="grid content-start gap-5 rounded-card bg-mode-soft p-5 sm:p-8">
        <h1 className="min-h-[3.3em] text-balance font-semibold text-[clamp(1.75rem,7vw,2.75rem)] text-mode-ink leading-[1.1] tracking-tight sm:min-h-[2.2em]">
          Broken phone?
          <br />
          Ask for a price and a time.
        </h1>
        {!isAway && <Skeleton className="-mt-2 h-[3lh] noscript:hidden sm:h-[1lh]" />}
        <Reach assistant="us" display={card?.phone_display} phone={card?.phone} />
        <OptIn shop={card?.shop ?? "the shop"} />
      </section>
      {!isAway && (
        <>
          <Skeleton className="h-98 noscript:hidden sm:h-72 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:h-[min(42rem,calc(100dvh-3rem))]" />
          <div className="grid gap-6 noscript:hidden">
            <Skeleton className="h-80" />
            <Skeleton className="h-40" />
          </div>
        </>
      )}
    </>
  );
}
