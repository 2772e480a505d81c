const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;
const NAMES: Record<string, string> = { "*": "star", "#": "pound" };

type Props = { id: string; disabled: boolean; onPress: (key: string) => void };

/** The keys of the phone. */
export function CallKeys({ id, disabled, onPress }: Props) {
  return (
    <fieldset className="mx-auto grid w-full max-w-60 shrink-0 grid-cols-3 gap-1 px-3 pt-2" id={id}>
      <legend className="sr-only">Keys</legend>
      {KEYS.map((key) => (
        <button
          aria-disabled={disabled || undefined}
          aria-label={NAMES[key]}
          className="min-h-11 rounded-xl bg-sunken font-semibold text-lg hover:bg-bubble aria-disabled:opacity-50"
          key={key}
          onClick={() => !disabled && onPress(key)}
          type="button"
        >
          {key}
        </button>
      ))}
    </fieldset>
  );
}
