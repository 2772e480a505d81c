"use client";

import { ShieldCheck, Smartphone } from "lucide-react";
import { useState } from "react";
import type { PublicPage } from "@/api/contract";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { useToast } from "@/components/Toast";
import { ChatLog } from "./ChatLog";
import { Composer } from "./Composer";
import { ConfirmNumber } from "./ConfirmNumber";
import { useChat } from "./useChat";

const STARTERS = ["My screen is cracked", "My battery dies fast", "My phone got wet"];

/** The chat on the public page, with the way from here to texts. */
export function ChatCard({ page, className = "" }: { page: PublicPage; className?: string }) {
  const chat = useChat();
  const toast = useToast();
  const [asksNumber, setAsksNumber] = useState(false);
  const isNew = chat.lines.length === 0 && chat.unsent.length === 0;

  async function confirmed() {
    await chat.refresh();
    setAsksNumber(false);
    toast({ says: "Your number is confirmed." });
  }

  return (
    <section
      aria-labelledby="chat-title"
      className={`flex min-h-0 flex-col rounded-card border border-line bg-surface ${className}`}
    >
      <div className="flex min-h-14 items-center justify-between gap-x-3 border-line border-b px-4">
        <h2 className="font-semibold" id="chat-title">
          Chat with {page.assistant}
        </h2>
        {chat.confirmed ? (
          <p className="flex items-center gap-1.5 text-muted text-sm">
            <ShieldCheck aria-hidden size={16} />
            {chat.confirmed}
          </p>
        ) : (
          <Button
            className="-mr-3 shrink-0 px-3 text-sm"
            icon={<Smartphone aria-hidden className="max-[24rem]:hidden" size={16} />}
            kind="quiet"
            onClick={() => setAsksNumber(true)}
          >
            Confirm my number
          </Button>
        )}
      </div>
      <ChatLog
        isAnswering={chat.isAnswering}
        lines={chat.lines}
        names={page}
        onResend={chat.resend}
        unsent={chat.unsent}
      />
      {isNew && (
        <div className="flex flex-wrap gap-2 px-4 pb-1">
          {STARTERS.map((starter) => (
            <button
              className="min-h-11 rounded-full border border-mode-line px-4 text-mode-ink hover:bg-mode-soft"
              key={starter}
              onClick={() => chat.send(starter)}
              type="button"
            >
              {starter}
            </button>
          ))}
        </div>
      )}
      <Composer label="Your message" onSend={chat.send} placeholder="What happened?" />
      <Dialog onClose={() => setAsksNumber(false)} open={asksNumber} title="Confirm your number">
        <ConfirmNumber onConfirmed={confirmed} shop={page.shop} visitor={chat.visitor} />
      </Dialog>
    </section>
  );
}
