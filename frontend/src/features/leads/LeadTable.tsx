import Link from "next/link";
import type { LeadRow } from "@/api/contract";
import { Chip } from "@/components/Chip";
import { dollars } from "@/format/money";
import { clockOrDay } from "@/format/time";
import { STAGE_SAYS } from "./stages";

export type LeadsProps = { leads: readonly LeadRow[]; today: string };

/** Where a lead's conversation is. */
export const conversationOf = (lead: LeadRow) => `/desk/inbox/?c=${encodeURIComponent(lead.id)}`;

const HEADS = ["Name", "About", "Price", "Stage", "Last touch", "Next step"] as const;

/** The leads on a wide screen. */
export function LeadTable({ leads, today }: LeadsProps) {
  return (
    <table className="w-full text-left max-md:hidden">
      <caption className="sr-only">Leads, the latest first</caption>
      <thead className="border-line border-b text-muted text-sm">
        <tr>
          {HEADS.map((head) => (
            <th
              className={`px-4 py-3 font-medium ${head === "Price" ? "text-right" : ""}`}
              key={head}
              scope="col"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {leads.map((lead) => (
          <tr className="relative hover:bg-sunken" key={lead.id}>
            <th className="px-4 py-2.5 font-medium" scope="row">
              <Link
                className="inline-flex min-h-11 flex-col justify-center underline-offset-4 after:absolute after:inset-0 hover:underline"
                href={conversationOf(lead)}
                prefetch={false}
              >
                {lead.name}
                {lead.phone_display !== lead.name && (
                  <span className="font-normal text-muted text-sm">{lead.phone_display}</span>
                )}
              </Link>
            </th>
            <td className="px-4 py-2.5">{lead.device}</td>
            <td className="px-4 py-2.5 text-right">
              {lead.quote_cents === null ? "" : dollars(lead.quote_cents)}
            </td>
            <td className="px-4 py-2.5">
              <Chip tone={lead.stage === "booked" ? "mode" : "quiet"}>{STAGE_SAYS[lead.stage]}</Chip>
            </td>
            <td className="whitespace-nowrap px-4 py-2.5 text-muted">{clockOrDay(lead.last_at, today)}</td>
            <td className="px-4 py-2.5">
              {lead.next_step === "Waiting for you" ? (
                <Chip tone="ink">{lead.next_step}</Chip>
              ) : (
                lead.next_step
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
