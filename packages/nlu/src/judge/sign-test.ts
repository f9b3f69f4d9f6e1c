/**
 * How likely it is that, of `lost + won` sentences whose fate a change turned, at least `lost` would have turned for the worse by
 * chance alone: the one-sided sign test, which for such pairs is the exact McNemar test. (Dietterich 1998, "Approximate
 * statistical tests for comparing supervised classification learning algorithms".)
 * @returns from 0 to 1; 1 where nothing was lost
 */
export function signTest(lost: number, won: number): number {
  const n = lost + won;
  // Of a fair coin: C(n, k) / 2^n for k from `lost` to n, each from the one before, as logarithms so that nothing overflows.
  let [tail, logTerm] = [0, -n * Math.LN2];
  for (let k = 0; k <= n; k++) {
    if (k >= lost) tail += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, tail);
}
