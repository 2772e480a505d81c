/** 12900 -> "$129", 7950 -> "$79.50". */
export function dollars(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const whole = Math.abs(cents);
  const text = whole % 100 === 0 ? String(whole / 100) : (whole / 100).toFixed(2);
  return `${sign}$${text.replace(/\B(?=(\d{3})+(?!\d))/, ",")}`;
}

/** Millionths of a dollar as people read a very small cost: 1200 -> "$0.0012". */
export function micros(cost: number): string {
  return cost === 0 ? "$0" : `$${(cost / 1_000_000).toFixed(4)}`;
}
