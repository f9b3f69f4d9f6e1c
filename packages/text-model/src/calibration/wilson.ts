/** Two-sided, 95 %. */
const Z = 1.959963984540054;

/** The interval of Wilson (1927) in which a share lies of which `hits` of `n` were seen; from 0 to 1 without any. */
export function wilsonInterval(hits: number, n: number, z = Z): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
