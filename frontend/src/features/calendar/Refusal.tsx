import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { monthDay, weekday } from "@/format/time";
import type { Place, Refused } from "./useChange";

// On a phone it appears below what fits on the screen.
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

type Props = {
  refused: Refused | null;
  /** What taking an opening does: "Book" or "Move to". */
  verb?: string;
  busy?: boolean;
  onTake?: (place: Place) => void;
};

/** The server's own sentence, and the nearest openings to take instead. */
export function Refusal({ refused, verb = "", busy = false, onTake }: Props) {
  if (!refused) return null;
  return (
    <div className="grid scroll-my-4 gap-2" ref={intoView}>
      <Banner>{refused.says}</Banner>
      {onTake && refused.nearest.length > 0 && (
        <div className="grid gap-2">
          <p className="text-muted text-sm">Free instead:</p>
          <div className="flex flex-wrap gap-2">
            {refused.nearest.map((place) => (
              <Button busy={busy} key={`${place.date} ${place.time}`} onClick={() => onTake(place)}>
                {verb} {weekday(place.date).slice(0, 3)} {monthDay(place.date)}, {place.time}
              </Button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
