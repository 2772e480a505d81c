"use client";

import { MessagesSquare } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import type { ConversationView } from "@/api/contract";
import { useConversations } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Segmented } from "@/components/Segmented";
import { useMedia } from "@/components/useMedia";
import { useDesk } from "@/features/shell/Desk";
import { CustomerButton, CustomerSide } from "./CustomerSide";
import { HeadList } from "./HeadList";
import { ListSkeleton } from "./Skeletons";
import { Thread } from "./Thread";
import { useMoving } from "./useMoving";
import { usePinned } from "./usePinned";

const VIEWS = [
  { value: "open", label: "Open" },
  { value: "waiting", label: "Waiting for you" },
  { value: "done", label: "Done" },
] as const satisfies readonly { value: ConversationView; label: string }[];

const EMPTY: Record<ConversationView, string> = {
  open: "No open conversations. New texts appear here by themselves.",
  waiting: "Nothing is waiting. LINDA has the desk.",
  done: "Nothing here yet.",
};

function InboxBody() {
  const router = useRouter();
  const query = useSearchParams();
  const { cockpit } = useDesk();
  const hasTwo = useMedia("(min-width: 48rem)");
  const hasThree = useMedia("(min-width: 80rem)");
  const [asked, setAsked] = useState(0);
  const view = VIEWS.find((each) => each.value === query.get("view"))?.value ?? "open";
  const { data, error, isLoading } = useConversations(view);
  const heads = data?.conversations ?? [];
  const named = query.get("c");
  const pinned = usePinned(view, isLoading ? [] : heads, named);
  const id = hasTwo ? pinned : named;

  function go(to: { c?: string | null; view?: ConversationView }) {
    const next = new URLSearchParams();
    const nextView = to.view ?? view;
    if (nextView !== "open") next.set("view", nextView);
    if (to.c) next.set("c", to.c);
    const url = `/desk/inbox/${next.size ? `?${next}` : ""}`;
    // On phones opening is a step to go back from; beside each other it is only another choice.
    if (hasTwo) router.replace(url, { scroll: false });
    else router.push(url);
  }
  useMoving(
    heads,
    id,
    (c) => go({ c }),
    () => setAsked((count) => count + 1),
  );

  const list = (
    <>
      <div className="border-line border-b p-2">
        <Segmented
          choices={VIEWS}
          choiceClass="min-h-11 flex-auto rounded-lg px-2 font-medium text-muted text-sm aria-checked:bg-surface aria-checked:text-ink aria-checked:shadow-sm"
          label="Which conversations"
          onChoose={(next) => go({ view: next })}
          value={view}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {!data && (error ? <EmptyState>{sentence(error)}</EmptyState> : <ListSkeleton />)}
        {data && heads.length === 0 && (
          <EmptyState icon={<MessagesSquare aria-hidden size={24} />}>{EMPTY[view]}</EmptyState>
        )}
        <HeadList heads={heads} onOpen={(c) => go({ c })} openId={id} today={cockpit?.today.date ?? ""} />
      </div>
    </>
  );
  return (
    <Card className="max-md:-mx-4 max-md:-mt-4 max-md:-mb-24 grid h-[calc(100dvh-3.6rem-env(safe-area-inset-bottom))] grid-cols-[minmax(0,1fr)] overflow-hidden max-md:rounded-none max-md:border-0 md:h-[calc(100dvh-9.5rem)] md:min-h-96 md:grid-cols-[20rem_minmax(0,1fr)] lg:h-[calc(100dvh-7.5rem)] xl:grid-cols-[20rem_minmax(0,1fr)_17rem]">
      {(hasTwo || !id) && <div className="flex min-h-0 flex-col md:border-line md:border-r">{list}</div>}
      {id ? (
        <div className="min-h-0 min-w-0">
          <Thread
            aside={!hasThree && <CustomerButton id={id} />}
            focusAsked={asked}
            id={id}
            key={id}
            onBack={hasTwo ? undefined : () => go({ c: null })}
          />
        </div>
      ) : (
        hasTwo && <EmptyState>Pick a conversation.</EmptyState>
      )}
      {hasThree && id && (
        <aside aria-label="What LINDA knows" className="min-h-0 overflow-y-auto border-line border-l p-4">
          <CustomerSide id={id} />
        </aside>
      )}
    </Card>
  );
}

/** Every conversation; the open one is in the address (`?c=`), so that it can be linked to. */
export function Inbox() {
  return (
    <div className="grid gap-3">
      <h1 className="max-md:sr-only font-semibold text-2xl tracking-tight">Inbox</h1>
      <Suspense fallback={<ListSkeleton />}>
        <InboxBody />
      </Suspense>
    </div>
  );
}
