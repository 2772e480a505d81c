/** What every field for a six-digit code has in common. */
export const SIX_DIGITS = {
  autoComplete: "one-time-code",
  inputMode: "numeric",
  maxLength: 6,
  pattern: "[0-9]{6}",
  required: true,
  title: "Six digits",
} as const;
