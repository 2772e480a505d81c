"use client";

import { Copy } from "lucide-react";
import { useRef, useState } from "react";
import { book } from "@/api/calls";
import { useFeed } from "@/api/hooks";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { Field } from "@/components/Field";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toast";
import { Panel } from "./Panel";
import { usePress } from "./usePress";

/** The secret link with which a calendar program shows the bookings. */
export function FeedSection() {
  const { data, error, mutate } = useFeed();
  const [asking, setAsking] = useState(false);
  const [copied, setCopied] = useState("");
  const { busy, refusal, press } = usePress();
  const toast = useToast();
  const frame = useRef<HTMLDivElement>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(data?.url ?? "");
      setCopied("Copied.");
    } catch {
      frame.current?.querySelector("input")?.select();
      setCopied("Could not copy. The link is selected: copy it by hand.");
    }
  }
  async function renew() {
    await mutate(await book.renewFeed(), { revalidate: false });
    setAsking(false);
    setCopied("");
    toast({ says: "Here is your new link. The old one has ended." });
  }

  return (
    <Panel id="feed">
      {!data && (error ? <Banner>{error.message}</Banner> : <Skeleton className="h-28" />)}
      {data && (
        <div className="grid gap-4" ref={frame}>
          <Field
            hint="Add it in your calendar program as a calendar by link. Whoever has it sees your bookings."
            label="Your link"
            onFocus={(event) => event.target.select()}
            readOnly
            value={data.url}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button icon={<Copy aria-hidden size={16} />} onClick={copy}>
              Copy
            </Button>
            <Button kind="quiet" onClick={() => setAsking(true)}>
              Make a new link
            </Button>
            <p className="text-muted text-sm" role="status">
              {copied}
            </p>
          </div>
        </div>
      )}
      <Dialog onClose={() => setAsking(false)} open={asking} title="Make a new link?">
        <p>The old link ends at once. Calendars that use it stop showing your bookings.</p>
        {refusal && <Banner>{refusal}</Banner>}
        <div className="flex flex-wrap gap-2">
          <Button autoFocus onClick={() => setAsking(false)}>
            Keep the old one
          </Button>
          <Button busy={busy} kind="danger" onClick={() => press(renew)}>
            Make a new link
          </Button>
        </div>
      </Dialog>
    </Panel>
  );
}
