import type { Results } from "@/api/contract";
import { dollars, micros } from "@/format/money";
import { share } from "@/format/share";

export type Figure = { name: string; value: string; says: string };

/** 420 -> "0.4 s", 63000 -> "1 min 3 s"; what is quicker than can be told is "under 0.1 s". */
export function wait(ms: number | null): string {
  if (ms === null) return "none yet";
  if (ms < 100) return "under 0.1 s";
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes ? `${minutes} min${whole % 60 ? ` ${whole % 60} s` : ""}` : `${whole} s`;
}

const CENT = 10_000;

/** A cost in millionths of a dollar: in cents from one cent on, in full below. */
function bill(cost: number): string {
  return cost < CENT ? micros(cost) : dollars(Math.round(cost / CENT));
}

/** What is worth a card, in the order of worth. */
export function figures(results: Results): Figure[] {
  const [addOns, addOnsSays] = share(results.add_ons_taken, results.add_ons_offered);
  const segments = `${results.segments} text segment${results.segments === 1 ? "" : "s"}`;
  return [
    { name: "Asked", value: String(results.asked), says: "customers who wrote" },
    // No share of those who asked: one customer books twice, and another never wrote.
    { name: "Booked", value: String(results.booked), says: "by LINDA or by you" },
    { name: "Answered", value: String(results.answered), says: segments },
    {
      name: "Answered while you were away",
      value: String(results.while_away),
      says: "at the gym, on the road, on a break or closed",
    },
    {
      name: "Yes to an add-on",
      value: addOns,
      says: addOnsSays || (results.add_ons_offered ? "" : "none offered yet"),
    },
    {
      name: "Discounts",
      value: dollars(results.discounts_cents),
      says: results.discounts ? `to ${results.discounts} customer${results.discounts === 1 ? "" : "s"}` : "",
    },
    {
      name: "First reply",
      value: wait(results.median_first_reply_ms),
      says: results.median_first_reply_ms === null ? "" : "half are quicker",
    },
    { name: "The model's bill", value: bill(results.model_cost_micros), says: "" },
  ];
}
