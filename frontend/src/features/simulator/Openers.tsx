import type { Opener } from "./openers";

type Props = { label: string; openers: readonly Opener[]; disabled: boolean; onSay: (text: string) => void };

/** Texts to try, sent by a tap. */
export function Openers({ label, openers, disabled, onSay }: Props) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {openers.map(({ name, says }) => (
        <li key={name}>
          <button
            className="min-h-11 rounded-full border border-line bg-surface px-3.5 hover:bg-sunken disabled:opacity-50"
            disabled={disabled}
            onClick={() => onSay(says)}
            title={says}
            type="button"
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
