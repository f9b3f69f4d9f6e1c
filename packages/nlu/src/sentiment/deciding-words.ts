import type { SentimentWord } from '@solodesk/core';

/** What stands at a place, and how far it pulls towards positive (or, below 0, negative). */
export interface Pull {
  start: number;
  end: number;
  pull: number;
}

const MOST_WORDS = 8;
/** Weaker ones are not worth showing. */
const LEAST_PULL = 0.25;
/** Nor are those that pull less than this part of the strongest. */
const LEAST_PART = 0.3;

/** The words that pulled most, in order of their place; none overlaps another. */
export function decidingWords(text: string, pulls: readonly Pull[]): SentimentWord[] {
  const most = pulls.reduce((greatest, { pull }) => Math.max(greatest, Math.abs(pull)), 0);
  if (most < LEAST_PULL) return [];
  const taken: Pull[] = [];
  const strongest = pulls
    .filter(({ pull }) => Math.abs(pull) >= Math.max(LEAST_PULL, most * LEAST_PART))
    .sort((one, other) => Math.abs(other.pull) - Math.abs(one.pull));
  for (const pull of strongest) {
    if (taken.length === MOST_WORDS) break;
    if (!taken.some(({ start, end }) => pull.start < end && start < pull.end)) taken.push(pull);
  }
  return taken
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, pull }) => ({
      text: text.slice(start, end),
      start,
      end,
      polarity: pull > 0 ? 'positive' : 'negative',
      weight: Number((Math.abs(pull) / most).toFixed(3)),
    }));
}
