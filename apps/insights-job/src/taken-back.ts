import type { InsightDraft, InsightStore } from '@solodesk/core';
import { MODEL } from './model.ts';
import { THEME_KINDS } from './site-themes.ts';

/**
 * Takes back what a day no longer has. Of a large site only the end of a week has themes: of another day there may be some, from when less was
 * known of it, and they would stand before those of the week.
 * @param results what the day has now
 */
export async function takenBack(
  store: Pick<InsightStore, 'insightResult'>,
  site: string,
  day: string,
  results: readonly InsightDraft[],
): Promise<InsightDraft[]> {
  const gone: InsightDraft[] = [];
  for (const kind of THEME_KINDS) {
    if (results.some((draft) => draft.kind === kind)) continue;
    if ((await store.insightResult(site, kind, day)) !== null) {
      gone.push({ kind, period: day, model: MODEL, body: 'null' });
    }
  }
  return gone;
}
