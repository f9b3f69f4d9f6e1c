import { caveatsOf, FEWEST } from './figure.ts';
import type { Figure } from './figure.ts';

const Z = 1.959963984540054;

/**
 * The median (p = 0.5), or another quantile, of how long something took, with a 95 % interval between two of the observations:
 * the order statistics that a binomial count of smaller ones leaves between them (Conover, Practical Nonparametric Statistics, 3.2, in
 * its normal approximation). Times below zero are left out and told. In the unit of the times.
 * @throws RangeError for times that are no numbers
 */
export function quantileFigure(times: readonly number[], p: number): Figure {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is no probability between 0 and 1`);
  const wrong = times.find((time) => !Number.isFinite(time));
  if (wrong !== undefined) throw new RangeError(`${wrong} is no time`);
  const sorted = times.filter((time) => time >= 0).sort((one, other) => one - other);
  const n = sorted.length;
  const caveats = caveatsOf({ negative_times: times.length - n });
  const inputs = { n, p };
  if (n === 0) return { n, inputs, estimate: null, lack: 'nothing', caveats };
  if (n < FEWEST) return { n, inputs, estimate: null, lack: 'few', caveats };
  const half = Z * Math.sqrt(n * p * (1 - p));
  const at = (place: number) => sorted[Math.min(n - 1, Math.max(0, place))] ?? 0;
  const value = quantile(sorted, p);
  const low = Math.min(value, at(Math.floor(n * p - half) - 1));
  const high = Math.max(value, at(Math.ceil(n * p + half)));
  return { n, inputs, estimate: { value, low, high }, lack: null, caveats };
}

/** Between the observations by their distance (type 7 of Hyndman and Fan, 1996). Of none it is NaN. */
export function quantile(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
