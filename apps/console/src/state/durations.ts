/** A duration in the largest unit that says enough: whole minutes, hours or days, rounded down. */
export function roughly(ms: number): { count: number; unit: 'moment' | 'minute' | 'hour' | 'day' } {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return { count: 0, unit: 'moment' };
  if (minutes < 60) return { count: minutes, unit: 'minute' };
  if (minutes < 48 * 60) return { count: Math.floor(minutes / 60), unit: 'hour' };
  return { count: Math.floor(minutes / 1440), unit: 'day' };
}
