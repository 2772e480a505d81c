"use client";

import { MessagesSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import type { Cockpit } from "@/api/contract";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { useMedia } from "@/components/useMedia";
import { HeadList } from "@/features/inbox/HeadList";
import { useMoving } from "@/features/inbox/useMoving";
import { usePinned } from "@/features/inbox/usePinned";

// Phones never show it here, so that they need not load it.
const Thread = lazy(async () => ({ default: (await import("@/features/inbox/Thread")).Thread }));

/** The newest conversations; on wide screens with the open one beside them, on phones each leads to the inbox. */
export function Conversations({ cockpit }: { cockpit: Cockpit }) {
  const router = useRouter();
  const isWide = useMedia("(min-width: 64rem)");
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const heads = cockpit.conversations;
  const openId = usePinned("newest", heads, chosen);
  useMoving(heads, isWide ? openId : chosen, setChosen, () => {
    if (isWide) setAsked((count) => count + 1);
    else if (chosen) router.push(`/desk/inbox/?c=${encodeURIComponent(chosen)}`);
  });

  if (heads.length === 0) {
    return (
      <Card>
        <EmptyState icon={<MessagesSquare aria-hidden size={24} />}>
          No conversations yet. Text {cockpit.phone_display || "the shop's number"} to start one.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card className="overflow-hidden lg:grid lg:h-[36rem] lg:grid-cols-[minmax(15rem,19rem)_minmax(0,1fr)]">
      <div className="min-h-0 lg:overflow-y-auto lg:border-line lg:border-r">
        <HeadList
          heads={heads}
          onOpen={isWide ? setChosen : undefined}
          openId={isWide ? openId : chosen}
          today={cockpit.today.date}
        />
      </div>
      {isWide && openId && (
        <div className="min-h-0 min-w-0">
          <Suspense fallback={<Skeleton className="m-4 h-12 w-3/5" />}>
            <Thread focusAsked={asked} id={openId} key={openId} />
          </Suspense>
        </div>
      )}
    </Card>
  );
}
