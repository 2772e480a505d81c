"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import type { SettingsSection } from "@/api/contract";
import { Banner } from "@/components/Banner";
import { Button, buttonClass } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { useToast } from "@/components/Toast";
import { useDesk } from "@/features/shell/Desk";
import { Panel } from "./Panel";
import { useShopSettings } from "./ShopSettings";
import { SECTION_NAMES } from "./sections";
import { usePress } from "./usePress";

/** The settings as a file: taken along, or gone back to. */
export function FileSection({ onRestored }: { onRestored: () => void }) {
  const { settings, restore } = useShopSettings();
  const { offline } = useDesk();
  const [asking, setAsking] = useState(false);
  const { busy, refusal, press } = usePress();
  const toast = useToast();
  const changed = settings.changed.map((name) => SECTION_NAMES[name as SettingsSection] ?? name);

  async function goBack() {
    await restore();
    setAsking(false);
    toast({ says: "Everything is as in shop.toml." });
    onRestored();
  }

  return (
    <Panel id="file">
      <div className="grid gap-4">
        <p>
          {changed.length === 0
            ? "Everything here is as in shop.toml."
            : `Changed here, over shop.toml: ${changed.join(", ")}.`}
        </p>
        <div className="flex flex-wrap gap-2">
          <a className={buttonClass("plain")} download="shop.toml" href="/api/settings/export">
            <Download aria-hidden size={16} />
            Download shop.toml
          </a>
          {changed.length > 0 && (
            <Button kind="danger" onClick={() => setAsking(true)}>
              Back to shop.toml
            </Button>
          )}
        </div>
      </div>
      <Dialog onClose={() => setAsking(false)} open={asking} title="Back to shop.toml?">
        <p>You lose what you changed here, and whatever is not saved yet:</p>
        <ul className="list-disc pl-5">
          {changed.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <p>Download shop.toml first if you may want it again.</p>
        {refusal && <Banner>{refusal}</Banner>}
        <div className="flex flex-wrap gap-2">
          <Button autoFocus onClick={() => setAsking(false)}>
            Keep mine
          </Button>
          <Button busy={busy || offline} kind="danger" onClick={() => press(goBack)}>
            Go back
          </Button>
        </div>
      </Dialog>
    </Panel>
  );
}
