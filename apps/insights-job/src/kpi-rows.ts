import { caveatsOf, csi } from '@solodesk/analytics';
import type { Figure, KpiRows } from '@solodesk/analytics';
import type { DayFacts } from './day-facts.ts';

/** The rows of the KPIs while they are gathered. */
export type KpiRowLists = { -readonly [K in keyof KpiRows]: KpiRows[K][number][] };

export const newKpiRows = (): KpiRowLists => ({ botFirst: [], ownerFirst: [], ended: [], promises: [], scores: [] });

/**
 * Gathers what some days brought.
 * @param listsOf where the rows of a conversation (by its number; 0 for none) are put; null leaves them out
 */
export function addKpiRows(facts: readonly DayFacts[], listsOf: (conversation: number) => KpiRowLists | null): void {
  for (const day of facts) {
    for (const [ms, talk] of day.botFirst) listsOf(talk)?.botFirst.push(ms);
    for (const [all, open, talk] of day.ownerFirst) listsOf(talk)?.ownerFirst.push({ all, open });
    for (const { ms, openMs, ...talk } of day.ended)
      listsOf(talk.conversation)?.ended.push({ all: ms, open: openMs, ...talk });
    for (const [kept, talk] of day.promises) listsOf(talk)?.promises.push({ kept });
    for (const [score, , talk] of day.scores) listsOf(talk)?.scores.push(score);
  }
}

/** The mean of scores from 1 to 10; what is none is left out, and told. */
export function csiFigure(scores: readonly number[]): Figure {
  const counted = scores.filter((score) => Number.isInteger(score) && score >= 1 && score <= 10);
  const { n, sum, value } = csi(counted);
  const estimate = value === null ? null : { value: value.mean, low: value.low, high: value.high };
  const lack = value !== null ? null : n === 0 ? 'nothing' : 'few';
  return { n, inputs: { sum, n }, estimate, lack, caveats: caveatsOf({ wrong_scores: scores.length - n }) };
}
