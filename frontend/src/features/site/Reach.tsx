"use client";

import { Copy, MessageCircle, Phone } from "lucide-react";
import { Button, buttonClass } from "@/components/Button";
import { useToast } from "@/components/Toast";
import { numberLink } from "@/format/address";
import { copy } from "./copy";

type Props = { assistant: string; phone?: string; display?: string };

const BIG = "min-h-14 rounded-2xl text-base";

/** On a phone two big links. Before LINDA answers they lead through her server, which knows the number. */
function Links({ assistant, phone, display }: Props) {
  return (
    <div className="grid grid-cols-[1.6fr_1fr] gap-2.5 sm:pointer-fine:hidden">
      <a className={buttonClass("primary", BIG)} href={numberLink("sms", phone) ?? "/api/public/text"}>
        <MessageCircle aria-hidden size={20} />
        Text {assistant}
      </a>
      <a className={buttonClass("plain", BIG)} href={numberLink("tel", phone) ?? "/api/public/call"}>
        <Phone aria-hidden size={20} />
        Call
      </a>
      <p className="col-span-2 min-h-5 text-mode-ink text-sm">{display}</p>
    </div>
  );
}

/** On a desktop the number itself, to be typed into a phone; its place is kept until it is known. */
function ShownNumber({ display = "" }: { display?: string }) {
  const toast = useToast();
  async function onCopy() {
    toast({
      says: (await copy(display)) ? "Number copied." : "This browser can't copy. Select the number instead.",
    });
  }
  return (
    <div
      className={`hidden flex-wrap items-center gap-x-4 gap-y-2 sm:pointer-fine:flex ${display ? "" : "invisible"}`}
    >
      <div>
        <p className="text-mode-ink text-sm">Chat here, or text or call from your phone</p>
        <p className="select-all font-semibold text-4xl tracking-tight">{display || "\u00a0"}</p>
      </div>
      <Button className="self-end" icon={<Copy aria-hidden size={16} />} onClick={onCopy}>
        Copy number
      </Button>
    </div>
  );
}

/** How to reach the shop, by the device in hand. */
export function Reach(props: Props) {
  return (
    <>
      <Links {...props} />
      <ShownNumber display={props.display} />
    </>
  );
}
