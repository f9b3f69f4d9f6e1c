/** A share as a figure of per cent, without its sign: one decimal under 10 and between whole ones, "–" where there is none. */
export function figure(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–';
  const percent = share * 100;
  return percent === 0 || percent >= 99.95 ? percent.toFixed(0) : percent.toFixed(1);
}
