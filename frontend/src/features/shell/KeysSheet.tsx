import { Dialog } from "@/components/Dialog";

const KEYS = [
  ["1 to 5", "Work, gym, driving, break, closed"],
  ["j / k", "Next, previous conversation"],
  ["Enter", "Open it and write"],
  ["t", "Take over, or give back"],
  ["e", "Done with it"],
  ["a / o / d", "Approve, offer, keep the price"],
  ["?", "This list"],
] as const;

/** What the keyboard does on the desk. */
export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog onClose={onClose} open={open} title="Keys">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5">
        {KEYS.map(([key, does]) => (
          <div className="contents" key={key}>
            <dt>
              <kbd className="whitespace-nowrap rounded-md border border-line bg-sunken px-2 py-0.5 text-sm">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
