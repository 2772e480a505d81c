import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/Button";
import { addDays } from "@/format/time";
import { weekWords } from "./week";

const ARROW = "grid size-11 shrink-0 place-content-center rounded-xl hover:bg-sunken";

type Props = { monday: string; onGo: (monday: string) => void; onToday: () => void };

/** From week to week. */
export function WeekNav({ monday, onGo, onToday }: Props) {
  return (
    <div className="flex items-center gap-1">
      <button
        aria-label="Previous week"
        className={ARROW}
        onClick={() => onGo(addDays(monday, -7))}
        type="button"
      >
        <ChevronLeft aria-hidden size={20} />
      </button>
      <p aria-live="polite" className="min-w-28 text-center font-medium">
        {weekWords(monday)}
      </p>
      <button aria-label="Next week" className={ARROW} onClick={() => onGo(addDays(monday, 7))} type="button">
        <ChevronRight aria-hidden size={20} />
      </button>
      <Button kind="quiet" onClick={onToday}>
        Today
      </Button>
    </div>
  );
}
