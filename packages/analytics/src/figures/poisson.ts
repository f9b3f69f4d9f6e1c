import { logGamma } from './log-gamma.ts';

const STEPS = 200;
const TAIL = 0.025;

/**
 * The exact 95 % interval of a Poisson variable's mean, given one count (Garwood, Biometrika 28, 1936): between the mean under which
 * so many or more are seen with 2.5 %, and the one under which so many or fewer are.
 * @throws RangeError for what is no count
 */
export function poissonInterval(count: number): { low: number; high: number } {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`${count} is no count`);
  return {
    low: count === 0 ? 0 : gammaQuantile(TAIL, count),
    high: gammaQuantile(1 - TAIL, count + 1),
  };
}

/** The value under which a gamma variable with this shape (and scale 1) stays with probability `p`. */
function gammaQuantile(p: number, shape: number): number {
  let low = 0;
  let high = shape + 1;
  while (gammaBelow(shape, high) < p) high *= 2;
  for (let step = 0; step < STEPS && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (gammaBelow(shape, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised lower incomplete gamma function P(a, x), by its series or its fraction (Numerical Recipes, 3rd ed., 6.2). */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? factor * series(a, x) : 1 - factor * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 100_000 && term > sum * 1e-16; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}
