import type { PublicPage } from "@/api/contract";

/** The paper sizes of the printers people have. */
export type Paper = "letter" | "a4";

/** The sheet itself: black on white whatever the theme, every size a share of the paper's width. */
export function Sheet({ page, paper }: { page: PublicPage; paper: Paper }) {
  return (
    <article aria-label="The poster" className="poster-sheet" data-paper={paper}>
      <p className="poster-headline">
        Broken phone?
        <br />
        Text {page.assistant}.
      </p>
      {/* biome-ignore lint/performance/noImgElement: a code drawn by LINDA has nothing to optimise */}
      <img alt={`QR code that opens ${page.site_url}`} className="poster-code" src="/api/qr.svg" />
      <div className="poster-foot">
        <p className="poster-promise">Scan for a price and a time, even when we're closed.</p>
        <p className="poster-number">{page.phone_display}</p>
        <p className="poster-shop">{page.shop}</p>
      </div>
    </article>
  );
}
