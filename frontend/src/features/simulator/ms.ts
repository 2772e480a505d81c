/** 9.96 -> "10.0 ms", 12.5 -> "13 ms". */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
