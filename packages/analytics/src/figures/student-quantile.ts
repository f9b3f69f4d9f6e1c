import { logGamma } from './log-gamma.ts';

const STEPS = 200;

/**
 * The value that a variable of Student's t distribution stays under with probability `p`.
 *
 * By bisection on the distribution, which is the regularised incomplete beta function, computed by its continued fraction
 * (Lentz's method; Press et al., Numerical Recipes, 3rd ed., 6.4). Within 1e-9 of published tables.
 * @param p between 0 and 1, both excluded
 * @param degrees of freedom, at least 1
 * @throws RangeError for what is no probability, or no number of degrees
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a probability lies between 0 and 1');
  if (!(degrees >= 1 && Number.isFinite(degrees))) throw new RangeError('there is at least one degree of freedom');
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  let low = 0;
  let high = 1;
  while (studentBelow(high, degrees) < p) high *= 2;
  for (let step = 0; step < STEPS && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How likely a value of Student's t distribution is at most `t`, for `t` from 0 on. */
function studentBelow(t: number, degrees: number): number {
  return 1 - incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
}

/** The regularised incomplete beta function I_x(a, b). */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const factor = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast on one side of the mean only; the other is its mirror image.
  return x < (a + 1) / (a + b + 2)
    ? (factor * betaFraction(a, b, x)) / a
    : 1 - (factor * betaFraction(b, a, 1 - x)) / b;
}

function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}
