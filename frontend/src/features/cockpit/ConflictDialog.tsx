import type { StateDocument } from "@/api/contract";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { clock } from "@/format/time";
import type { StateChanger } from "./useStateChange";

const PLACES: Record<string, string> = {
  dashboard: "on the desk",
  text: "by text",
  cli: "on the computer",
  api: "by a program",
};

function whence({ set_at: at, set_by: by }: StateDocument): string {
  const place = PLACES[by.split("#")[0] ?? ""] ?? (by ? `by ${by}` : "");
  return `It was set${at ? ` at ${clock(at)}` : ""} ${place}`.trimEnd();
}

/** Says what was set meanwhile and by whom, and offers the owner's own wish again. */
export function ConflictDialog({ changer }: { changer: StateChanger }) {
  const { conflict, insist, keepCurrent, wish } = changer;
  return (
    <Dialog onClose={keepCurrent} open={conflict !== null} title="This was changed meanwhile">
      {conflict && (
        <>
          <p>
            {whence(conflict.current)}: {conflict.current.says}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button autoFocus onClick={keepCurrent}>
              Keep that
            </Button>
            <Button busy={wish !== null} kind="primary" onClick={insist}>
              Set mine now
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
