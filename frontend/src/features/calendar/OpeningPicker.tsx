"use client";

import { useId } from "react";
import type { Where } from "@/api/contract";
import { useOpenings } from "@/api/hooks";
import { sentence } from "@/api/problem";
import { Skeleton } from "@/components/Skeleton";
import { clock } from "@/format/time";
import { dayWords, isDay } from "./week";

const START =
  "relative grid min-h-11 place-content-center rounded-xl border border-edge px-1 hover:bg-sunken has-checked:border-ink has-checked:bg-ink has-checked:font-medium has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2";

type Props = {
  date: string;
  minutes: number;
  where: Where;
  chosen: string;
  onChoose: (start: string) => void;
};

/** The starts that are free on a day, counted by the server when they are shown. */
export function OpeningPicker({ date, minutes, where, chosen, onChoose }: Props) {
  const name = useId();
  const { data, error } = useOpenings(isDay(date) ? date : null, minutes, where);
  // The answer before stays until the next one comes, and may be for another day.
  const openings = data?.date === date && data.minutes === minutes ? data.openings : null;
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium">Start</legend>
      {!isDay(date) && <p className="text-muted">Pick a day first.</p>}
      {isDay(date) &&
        !openings &&
        (error ? <p role="alert">{sentence(error)}</p> : <Skeleton className="h-24" />)}
      {openings?.length === 0 && (
        <p className="text-muted" role="status">
          Nothing free on {dayWords(date)}. Try another day.
        </p>
      )}
      {openings && openings.length > 0 && (
        <div className="-m-1 grid max-h-44 grid-cols-3 gap-2 overflow-y-auto p-1 min-[26rem]:grid-cols-4">
          {openings.map((start) => (
            <label className={START} key={start}>
              <input
                checked={start === chosen}
                className="absolute inset-0 cursor-pointer opacity-0"
                name={name}
                onChange={() => onChoose(start)}
                type="radio"
              />
              {clock(start)}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
