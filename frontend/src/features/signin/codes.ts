/** What every field for a six-digit code has in common. */
export const SIX_DIGITS = {
  autoComplete: "one-time-code",
  inputMode: "numeric",
  maxLength: 6,
  pattern: "[0-9]{6}",
  required: true,
  title: "Six digits",
} as const;

/** What every field for a long code has in common: a recovery code, or the code of the machine. */
export const LONG_CODE = {
  autoCapitalize: "none",
  autoComplete: "off",
  maxLength: 20,
  required: true,
  spellCheck: false,
} as const;
