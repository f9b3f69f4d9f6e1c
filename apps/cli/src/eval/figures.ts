import type { Share } from './evaluate-language.ts';

/** `74 %`, with a decimal below ten where one more counts: `2.1 %`. */
export function percent(share: number): string {
  const figure = 100 * share;
  return `${figure.toFixed(figure < 9.95 ? 1 : 0).replace(/\.0$/, '')} %`;
}

/** `1.1 to 4.0 %` */
export function interval({ low, high }: Share, to: string): string {
  return `${(100 * low).toFixed(1)} ${to} ${(100 * high).toFixed(1)} %`;
}

/** A confidence, as the reports show it. */
export function sure(confidence: number): string {
  return `${(100 * confidence).toFixed(0)} %`;
}
