"use client";

import { Globe, MessageSquare, Phone } from "lucide-react";
import Link from "next/link";
import type { ConversationHead } from "@/api/contract";
import { clockOrDay } from "@/format/time";
import { StatusChip } from "./StatusChip";

const CHANNELS: Record<string, { icon: typeof Phone; name: string }> = {
  voice: { icon: Phone, name: "call" },
  web: { icon: Globe, name: "web chat" },
};
const TEXT = { icon: MessageSquare, name: "text" };
const WHO = { customer: "", linda: "LINDA: ", owner: "You: " } as const;

type RowProps = { head: ConversationHead; today: string; open: boolean; href: string; onOpen?: () => void };

function Row({ head, today, open, href, onOpen }: RowProps) {
  const channel = CHANNELS[head.channel] ?? TEXT;
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        aria-current={open ? "true" : undefined}
        className="grid grid-cols-[minmax(0,1fr)] gap-1 border-transparent border-l-[3px] px-3.5 py-3 hover:bg-sunken focus-visible:-outline-offset-2 aria-[current]:border-mode aria-[current]:bg-sunken"
        href={href}
        id={`head-${head.id}`}
        onClick={(event) => {
          if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
        prefetch={false}
      >
        <span className="flex items-center gap-2">
          <channel.icon aria-hidden className="shrink-0 text-muted" size={15} />
          <span className="sr-only">{channel.name} from</span>
          <span className="min-w-0 truncate font-semibold">{head.who}</span>
          <span className="ml-auto shrink-0 text-muted text-xs">{clockOrDay(head.last_at, today)}</span>
        </span>
        <span className="truncate text-muted">
          {WHO[head.last_who]}
          {head.last_text}
        </span>
        <span className="flex min-w-0 items-center justify-between gap-2">
          <span className="truncate text-muted text-sm">{head.topic}</span>
          <StatusChip head={head} />
        </span>
      </Link>
    </li>
  );
}

type Props = {
  heads: readonly ConversationHead[];
  today: string;
  openId: string | null;
  /** Opens in place; without it each row leads to the inbox. */
  onOpen?: (id: string) => void;
};

/** The conversations, newest first. */
export function HeadList({ heads, today, openId, onOpen }: Props) {
  return (
    <ul>
      {heads.map((head) => (
        <Row
          head={head}
          href={`/desk/inbox/?c=${encodeURIComponent(head.id)}`}
          key={head.id}
          onOpen={onOpen && (() => onOpen(head.id))}
          open={head.id === openId}
          today={today}
        />
      ))}
    </ul>
  );
}
