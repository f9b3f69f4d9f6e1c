/** Coefficients of Lanczos (1964), g = 7, n = 9, as Godfrey computed them. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function, for `x` from 0.5 on. */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const t = shifted + 7.5;
  let sum = LANCZOS[0] ?? 0;
  for (let at = 1; at < LANCZOS.length; at++) sum += (LANCZOS[at] ?? 0) / (shifted + at);
  return Math.log(2 * Math.PI) / 2 + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
