import Link from "next/link";
import { Chip } from "@/components/Chip";
import { dollars } from "@/format/money";
import { clockOrDay } from "@/format/time";
import { conversationOf, type LeadsProps } from "./LeadTable";
import { STAGE_SAYS } from "./stages";

/** The leads on a phone. */
export function LeadCards({ leads, today }: LeadsProps) {
  return (
    <ul className="divide-y divide-line md:hidden">
      {leads.map((lead) => (
        <li key={lead.id}>
          <Link
            className="grid gap-1 px-4 py-3 active:bg-sunken"
            href={conversationOf(lead)}
            prefetch={false}
          >
            <span className="flex items-baseline justify-between gap-3">
              <span className="truncate font-semibold">{lead.name}</span>
              <span className="shrink-0 text-muted text-xs">{clockOrDay(lead.last_at, today)}</span>
            </span>
            {lead.phone_display !== lead.name && (
              <span className="text-muted text-sm">{lead.phone_display}</span>
            )}
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 break-words">{lead.device || "Nothing named yet"}</span>
              {lead.quote_cents !== null && <span className="shrink-0">{dollars(lead.quote_cents)}</span>}
            </span>
            <span className="flex flex-wrap items-center justify-between gap-2 text-sm">
              <Chip tone={lead.stage === "booked" ? "mode" : "quiet"}>{STAGE_SAYS[lead.stage]}</Chip>
              {lead.next_step === "Waiting for you" ? (
                <Chip tone="ink">{lead.next_step}</Chip>
              ) : (
                <span className="text-muted">{lead.next_step}</span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
