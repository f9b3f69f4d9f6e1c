import { shownAs } from './theme-mark.ts';
import type { ThemeMark } from './theme-mark.ts';

/** Points of a line over time, a week apart. */
const WEEKS = 12;
const DAY_MS = 86_400_000;

/** Of days on which themes were found, in rising order, the last of each week, counted back from the last of them; at most twelve. */
export function weeklyDays(days: readonly string[]): string[] {
  const last = days.at(-1) ?? '';
  const byWeek = new Map<number, string>();
  for (const day of days) {
    const age = Math.floor((Date.parse(last) - Date.parse(day)) / (7 * DAY_MS));
    if (age < WEEKS) byWeek.set(age, day);
  }
  return [...byWeek].sort(([one], [other]) => other - one).map(([, day]) => day);
}

/** Messages by the themes as which they are shown. */
export function shownSizes(
  themes: readonly { readonly id: string; readonly size: number }[],
  marks: readonly ThemeMark[],
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { id, size } of themes) {
    const as = shownAs(id, marks);
    sizes.set(as, (sizes.get(as) ?? 0) + size);
  }
  return sizes;
}
