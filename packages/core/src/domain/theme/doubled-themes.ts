import { shownThemes } from './shown-themes.ts';
import type { FoundThemeRow, ShownTheme } from './shown-themes.ts';
import type { ThemeMark } from './theme-mark.ts';

export interface FoundThemes {
  readonly through: string;
  /** Messages of as many days before. */
  readonly before: number;
  readonly themes: readonly FoundThemeRow[] | null;
}

/** Before, there must have been so many messages: in a desk's first weeks everything doubles. */
const LEAST_BEFORE = 20;
/** By so many messages more at least. */
const LEAST_MORE = 6;
/** Quantile of the normal distribution for a one-sided error of 2.5 %. */
const Z = 1.96;

/**
 * Themes of which at least twice as many messages are there as of the time before, by more than chance: were both times alike, each message would
 * fall into either by the toss of a coin, and the lower end of Wilson's interval of the share that fell into this one lies above a half.
 */
export function doubledThemes({ themes, before }: FoundThemes, marks: readonly ThemeMark[]): ShownTheme[] {
  if (before < LEAST_BEFORE) return [];
  return shownThemes(themes ?? [], marks).filter((theme) => {
    const { size, before: was } = theme;
    return size >= 2 * was && size - was >= LEAST_MORE && lowerEnd(size, size + was) > 0.5;
  });
}

function lowerEnd(hits: number, n: number): number {
  const share = hits / n;
  const middle = share + Z ** 2 / (2 * n);
  return (middle - Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n * n))) / (1 + Z ** 2 / n);
}
