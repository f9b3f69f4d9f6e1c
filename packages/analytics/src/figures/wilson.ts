import { wilsonInterval } from '@solodesk/text-model';

/**
 * The 95 % interval of a share, by Wilson's score (Journal of the American Statistical Association 22, 1927): it stays within 0
 * and 1, also near them and for few observations.
 * @param hits of `n`, 0 to n
 * @throws RangeError where there is no share
 */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (!(n > 0 && hits >= 0 && hits <= n && Number.isFinite(n))) throw new RangeError(`${hits} of ${n} is no share`);
  const { low, high } = wilsonInterval(hits, n);
  // None and all are exact ends; the formula misses them by a rounding.
  return { low: hits === 0 ? 0 : low, high: hits === n ? 1 : high };
}
