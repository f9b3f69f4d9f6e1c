import { raisedSince, shownAs } from '@solodesk/core';
import type { Remark, ThemeMark, ThemeNews } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { insightRaisedSchema, insightThemesSchema } from '@solodesk/protocol/owner';
import type { z } from 'zod';

export type StoredThemes = z.infer<typeof insightThemesSchema>;
type ResultStore = Pick<Desk['store'], 'insightPeriods' | 'insightResult' | 'insightResults'>;

/** The newest themes up to a day; null where there are none, or only those of an earlier version of the batch, which its next run makes anew. */
export async function storedThemes(store: ResultStore, site: string, day: string): Promise<StoredThemes | null> {
  const period = (await store.insightPeriods(site, 'themes')).filter((each) => each <= day).at(-1);
  const result = period === undefined ? null : await store.insightResult(site, 'themes', period);
  if (result === null) return null;
  const read = insightThemesSchema.safeParse(JSON.parse(result.body));
  return read.success ? read.data : null;
}

/** Messages that raised themes, by the theme as which they are shown, from a day (`''`: all) to one. */
export async function raisedEvents(
  store: ResultStore,
  site: string,
  marks: readonly ThemeMark[],
  from: string,
  to = 'z',
): Promise<ReadonlyMap<string, readonly Remark[]>> {
  const raised = new Map<string, Remark[]>();
  for (const { body } of await store.insightResults(site, 'raised', { from, to })) {
    for (const [theme, events] of Object.entries(insightRaisedSchema.parse(JSON.parse(body)))) {
      const as = shownAs(theme, marks);
      raised.set(as, [...(raised.get(as) ?? []), ...events]);
    }
  }
  return raised;
}

/** What raised a theme and nobody was told of since: whoever raised it up to the last event that was told of has heard of it. */
export function untoldOf(
  theme: string,
  raised: readonly Remark[],
  marks: readonly ThemeMark[],
  news: readonly ThemeNews[],
): Remark[] {
  const told = news
    .filter((each) => each.state !== 'taken_back' && shownAs(each.theme, marks) === theme)
    .flatMap(({ events }) => events);
  return raisedSince(raised, Math.max(0, ...told), new Set(told));
}
