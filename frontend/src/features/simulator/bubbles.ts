const BUBBLE = "w-fit max-w-[85%] whitespace-pre-wrap break-words rounded-2xl px-3.5 py-2";

/** What whoever holds the phone said, and what was said to him. */
export const OWN = `${BUBBLE} justify-self-end rounded-br-md bg-mode text-white`;
export const THEIRS = `${BUBBLE} justify-self-start rounded-bl-md bg-bubble`;
