/** A time in which the business is open, UTC milliseconds, end excluded. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** How much of the time between two moments the business was open. Milliseconds; the spans may overlap nowhere. */
export function openTime(from: number, to: number, spans: readonly OpenSpan[]): number {
  let total = 0;
  for (const span of spans) total += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
  return total;
}
