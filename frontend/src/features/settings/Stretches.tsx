import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/Button";
import { INPUT_CLASS } from "@/components/Field";
import { type Stretch, withBreak } from "./hours";
import { replaced } from "./typed";

// On phones the whole field opens the clock: its little picture would push AM and PM out of sight.
const TIME_CLASS = "min-w-0 px-2 max-sm:[&::-webkit-calendar-picker-indicator]:hidden";

type Props = {
  /** Whose times they are: "Monday". */
  name: string;
  stretches: readonly Stretch[];
  error?: string;
  onChange: (stretches: Stretch[]) => void;
};

/** The one or two stretches in which a day is open. */
export function StretchFields({ name, stretches, error, onChange }: Props) {
  const id = useId();
  const described = error ? `${id}-error` : undefined;
  const time = (index: number, key: keyof Stretch, label: string) => (
    <input
      aria-describedby={described}
      aria-invalid={error ? true : undefined}
      aria-label={`${name} ${label}${index > 0 ? " again" : ""}`}
      className={`${INPUT_CLASS} ${TIME_CLASS}`}
      onChange={(event) => {
        const before = stretches[index];
        if (before) onChange(replaced(stretches, index, { ...before, [key]: event.target.value }));
      }}
      step={300}
      type="time"
      value={stretches[index]?.[key] ?? ""}
    />
  );
  const [first] = stretches;
  return (
    <div className="grid min-w-0 gap-2">
      {stretches.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second stretch of a day have no other name
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1" key={index}>
          <div className="grid min-w-52 flex-1 grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-1.5 sm:max-w-72">
            {time(index, "opens", "opens")}
            <span aria-hidden>–</span>
            {time(index, "closes", "closes")}
          </div>
          {index > 0 && (
            <button
              aria-label={`Remove the break on ${name}`}
              className="grid size-11 shrink-0 place-content-center rounded-xl hover:bg-sunken"
              onClick={() =>
                first && onChange([{ opens: first.opens, closes: stretches[1]?.closes || first.closes }])
              }
              type="button"
            >
              <X aria-hidden size={18} />
            </button>
          )}
          {index === 0 && first && stretches.length === 1 && (
            <Button
              className="shrink-0 px-2"
              icon={<Plus aria-hidden size={16} />}
              kind="quiet"
              onClick={() => onChange(withBreak(first))}
            >
              Break<span className="sr-only"> on {name}</span>
            </Button>
          )}
        </div>
      ))}
      {error && (
        <p className="text-error text-sm" id={described} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
