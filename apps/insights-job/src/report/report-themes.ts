import { doubledThemes, feedbackOfRemark, shownAs, shownSizes, shownThemes, weeklyDays } from '@solodesk/core';
import type { InsightStore, ShownTheme, ThemeMark, ThemeStore } from '@solodesk/core';
import { dateOf } from '../days.ts';
import { MODEL } from '../model.ts';
import { remarkText } from './remark-text.ts';
import type { RemarkStore } from './remark-text.ts';
import type { RaisedBy, ThemeResults } from '../theme-shapes.ts';

/** What a report says of themes, as the owner arranged them. */
export interface ReportThemes {
  readonly first: string;
  readonly through: string;
  readonly dropped: ThemeResults['dropped'];
  /** What came most often in the same words; what was erased since is left out. */
  readonly repeated: readonly { readonly n: number; readonly text: string }[];
  /** Messages in which something is said. */
  readonly messages: number;
  /** What is in none of them, by the usual categories. */
  readonly categories: ThemeResults['categories'];
  readonly shown: readonly ShownTheme[];
  /** Ids of those of which twice as many messages are there as before, by more than chance. */
  readonly doubled: ReadonlySet<string>;
  /** Ids of those that were fixed and are spoken of again. */
  readonly cameBack: ReadonlySet<string>;
  /** Messages about each at earlier times, a week apart, oldest first and with the newest. */
  readonly history: readonly { readonly through: string; readonly sizes: ReadonlyMap<string, number> }[];
}

export type ReportStore = RemarkStore &
  Pick<InsightStore & ThemeStore, 'insightResult' | 'insightResults' | 'insightPeriods' | 'themeMarks'>;

/** What is stored of themes up to a day; null where there is nothing. */
export async function reportThemes(store: ReportStore, site: string, day: string): Promise<ReportThemes | null> {
  const periods = (await store.insightPeriods(site, 'themes')).filter((each) => each <= day);
  const read = async (period: string): Promise<ThemeResults | null> => {
    const result = await store.insightResult(site, 'themes', period);
    return result?.model === MODEL ? (JSON.parse(result.body) as ThemeResults) : null;
  };
  const last = periods.at(-1);
  const newest = last === undefined ? null : await read(last);
  if (last === undefined || newest === null) return null;
  const marks = await store.themeMarks(site);
  const history = (await Promise.all(weeklyDays(periods).map(read))).flatMap((each) =>
    each?.themes ? [{ through: each.through, sizes: shownSizes(each.themes, marks) }] : [],
  );
  return {
    ...{ first: newest.first, through: newest.through, history },
    ...{ messages: newest.messages, dropped: newest.dropped, categories: newest.categories },
    repeated: (
      await Promise.all(
        newest.repeated.map(async ({ n, example }) => ({ n, text: await remarkText(store, site, example) })),
      )
    ).flatMap(({ n, text }) => (text === null ? [] : [{ n, text }])),
    shown: shownThemes(newest.themes ?? [], marks),
    doubled: new Set(doubledThemes(newest, marks).map(({ id }) => id)),
    cameBack: await cameBack(store, site, marks, last),
  };
}

async function cameBack(
  store: Pick<InsightStore, 'insightResults'>,
  site: string,
  marks: readonly ThemeMark[],
  to: string,
): Promise<Set<string>> {
  const fixed = new Map(marks.flatMap(({ theme, fixed: at }) => (at === null ? [] : [[theme, at] as const])));
  const found = new Set<string>();
  if (fixed.size === 0) return found;
  for (const { period, body } of await store.insightResults(site, 'raised', { from: '', to })) {
    for (const [theme, remarks] of Object.entries(JSON.parse(body) as RaisedBy)) {
      const as = shownAs(theme, marks);
      const mark = fixed.get(as);
      if (mark === undefined) continue;
      // Of feedback the day says whether it was before.
      const isLater = period > dateOf(mark.at, 'utc');
      if (remarks.some((each) => (feedbackOfRemark(each) === null ? each > mark.event : isLater))) found.add(as);
    }
  }
  return found;
}
