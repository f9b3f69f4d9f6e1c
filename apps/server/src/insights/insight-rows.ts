import { SATISFIED } from '@solodesk/analytics';
import type { InsightRow } from '@solodesk/protocol/owner';
import { z } from 'zod';

const timed = z.tuple([z.number(), z.number()]);

/** What the batch wrote down of a day; the numbers at the end of a row are those of conversations. */
export const dayFactsSchema = z.object({
  date: z.string(),
  hours: z.array(z.number()),
  botFirst: z.array(timed),
  ownerFirst: z.array(z.tuple([z.number(), z.number(), z.number()])),
  ended: z.array(
    z.object({
      conversation: z.number(),
      ms: z.number(),
      openMs: z.number(),
      solved: z.boolean(),
      handedOff: z.boolean(),
      ownerSpoke: z.boolean(),
    }),
  ),
  promises: z.array(z.tuple([z.boolean(), z.number()])),
  scores: z.array(z.tuple([z.number(), z.string(), z.number()])),
  /** Of an earlier version of the batch there is none. */
  feedback: z.array(z.object({ key: z.number(), source: z.string(), category: z.string() })).default([]),
});
export type DayFactRows = z.infer<typeof dayFactsSchema>;

/** A row behind a figure, its conversation still by its number. */
export type FactRow = Pick<InsightRow, 'day' | 'value' | 'holds'> & { readonly key: number };

type Ended = DayFactRows['ended'][number];

const ended = (rows: readonly Ended[], day: string, keep: (talk: Ended) => boolean, value: (talk: Ended) => number) =>
  rows.filter(keep).map((talk): FactRow => ({ key: talk.conversation, day, value: value(talk), holds: null }));
const judged = (rows: readonly Ended[], day: string, holds: (talk: Ended) => boolean) =>
  rows.map((talk): FactRow => ({ key: talk.conversation, day, value: null, holds: holds(talk) }));

const always = () => true;
const byOwner = (talk: Ended) => talk.ownerSpoke;
const byBot = (talk: Ended) => !talk.ownerSpoke;

/** Of each figure that is made of conversations: its rows of a day. Median and p90 share them. */
const ROWS: Readonly<Record<string, (facts: DayFactRows) => FactRow[]>> = {
  csi: ({ scores, date: day }) => scores.map(([value, , key]) => ({ key, day, value, holds: null })),
  csat: ({ scores, date: day }) => scores.map(([value, , key]) => ({ key, day, value, holds: value >= SATISFIED })),
  botFirst: ({ botFirst, date: day }) => botFirst.map(([value, key]) => ({ key, day, value, holds: null })),
  ownerFirst: ({ ownerFirst, date: day }) => ownerFirst.map(([value, , key]) => ({ key, day, value, holds: null })),
  ownerFirstOpen: ({ ownerFirst, date: day }) => ownerFirst.map(([, value, key]) => ({ key, day, value, holds: null })),
  botResolved: ({ ended: rows, date }) => ended(rows, date, byBot, ({ ms }) => ms),
  ownerResolved: ({ ended: rows, date }) => ended(rows, date, byOwner, ({ ms }) => ms),
  ownerResolvedOpen: ({ ended: rows, date }) => ended(rows, date, byOwner, ({ openMs }) => openMs),
  resolutionRate: ({ ended: rows, date }) => judged(rows, date, ({ solved }) => solved),
  containment: ({ ended: rows, date }) => judged(rows, date, (talk) => !talk.handedOff && !talk.ownerSpoke),
  handoffRate: ({ ended: rows, date }) => judged(rows, date, ({ handedOff }) => handedOff),
  promiseKept: ({ promises, date: day }) => promises.map(([holds, key]) => ({ key, day, value: null, holds })),
  ended: ({ ended: rows, date }) => ended(rows, date, always, ({ ms }) => ms),
};

/** The rows behind a figure, the newest day first; null for a figure that is made of none. @param talks numbers of those that are meant; null: all */
export function rowsBehind(
  figure: string,
  facts: readonly DayFactRows[],
  limit: number,
  talks: ReadonlySet<number> | null = null,
): FactRow[] | null {
  const name = figure.replace(/(Median|P90)$/, '');
  const rows = Object.hasOwn(ROWS, name) ? ROWS[name] : undefined;
  if (rows === undefined) return null;
  return [...facts]
    .reverse()
    .flatMap(rows)
    .filter(({ key }) => talks === null || talks.has(key))
    .slice(0, limit);
}
