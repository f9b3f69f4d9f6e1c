import { expectCounts, FEWEST } from './figure.ts';
import type { Figure } from './figure.ts';
import { wilson } from './wilson.ts';

/**
 * A share of observations, 0 to 1, with Wilson's interval: how many were solved, kept, handed over ...
 * @param hits of `n`, 0 to n
 * @throws RangeError for what are no counts, and for more hits than observations
 */
export function share(hits: number, n: number, caveats: Figure['caveats'] = {}): Figure {
  expectCounts({ hits, n });
  if (hits > n) throw new RangeError(`${hits} of ${n} is no share`);
  const inputs = { hits, n };
  if (n === 0) return { n, inputs, estimate: null, lack: 'nothing', caveats };
  if (n < FEWEST) return { n, inputs, estimate: null, lack: 'few', caveats };
  return { n, inputs, estimate: { value: hits / n, ...wilson(hits, n) }, lack: null, caveats };
}
