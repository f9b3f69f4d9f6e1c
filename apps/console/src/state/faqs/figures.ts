/** Of an estimate more decimals would say more than is known. */
const WHOLE_FROM = 9.95;
const ALL = 99.95;

/** A share as a figure of per cent, without its sign: one decimal under 10, none from there on (100 is all), "–" where there is none. */
export function figure(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–';
  const percent = share * 100;
  if (percent === 0) return '0';
  if (percent < WHOLE_FROM) return percent.toFixed(1);
  return percent >= ALL ? '100' : String(Math.min(99, Math.round(percent)));
}
