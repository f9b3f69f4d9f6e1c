import { feedbackOfRemark, raisedSince, shownAs, shownSizes, shownThemes, weeklyDays } from '@solodesk/core';
import type { Remark, ShownTheme, ThemeMark, ThemeNews } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import type { InsightExample, InsightTheme, InsightThemes } from '@solodesk/protocol/owner';
import { dateIn } from './local-date.ts';
import { raisedEvents, storedThemes } from './theme-rows.ts';

export type ThemeViewStore = Pick<
  Desk['store'],
  | 'eventsAfter'
  | 'feedbackByKeys'
  | 'findContact'
  | 'insightPeriods'
  | 'insightResult'
  | 'insightResults'
  | 'rows'
  | 'themeMarks'
  | 'themeNews'
>;

/** The newest themes up to a day as the owner arranged them, with messages that are typical of them: those that were not erased since. */
export async function themesOf(store: ThemeViewStore, site: string, day: string): Promise<InsightThemes | null> {
  const stored = await storedThemes(store, site, day);
  if (stored === null) return null;
  const { themes, known: _known, categories: named, repeated: often, ...plain } = stored;
  const categories = await Promise.all(
    named.map(async ({ examples, ...category }) => ({
      ...category,
      examples: (await Promise.all(examples.map((id) => exampleOf(store, site, id)))).flat(),
    })),
  );
  const repeated = await Promise.all(
    often.map(async ({ n, example }) => ({ n, examples: await exampleOf(store, site, example) })),
  );
  const told = { ...plain, categories, repeated: repeated.filter(({ examples }) => examples.length > 0) };
  const [marks, news] = await Promise.all([store.themeMarks(site), store.themeNews(site)]);
  const shown = shownThemes(themes ?? [], marks);
  if (themes === null && shown.length === 0) return { ...told, themes, history: [] };
  const since = await messagesSinceFixed(store, site, marks);
  return {
    ...told,
    history: await historyOf(store, site, day, marks),
    themes: await Promise.all(shown.map((theme) => viewOf(store, site, theme, { marks, news, since }))),
  };
}

async function historyOf(store: ThemeViewStore, site: string, day: string, marks: readonly ThemeMark[]) {
  const days = (await store.insightPeriods(site, 'themes')).filter((each) => each <= day);
  const stored = await Promise.all(weeklyDays(days).map((each) => storedThemes(store, site, each)));
  return stored.flatMap((each) =>
    each?.themes ? [{ through: each.through, sizes: Object.fromEntries(shownSizes(each.themes, marks)) }] : [],
  );
}

interface Told {
  marks: readonly ThemeMark[];
  news: readonly ThemeNews[];
  since: ReadonlyMap<string, number>;
}

async function viewOf(store: ThemeViewStore, site: string, theme: ShownTheme, told: Told): Promise<InsightTheme> {
  const { examples, fixed, words, parts, mood, ...plain } = theme;
  const last = told.news.find((each) => shownAs(each.theme, told.marks) === theme.id && each.state !== 'taken_back');
  return {
    ...plain,
    ...{ words: [...words], parts: [...parts], mood: { ...mood } },
    examples: (await Promise.all(examples.map((id) => exampleOf(store, site, id)))).flat(),
    fixed: fixed && { at: fixed.at, since: told.since.get(theme.id) ?? 0 },
    news: last === undefined ? null : newsView(last),
  };
}

export const newsView = ({ id, state, dueAt, people }: ThemeNews) => ({ id, state, dueAt, people });

/** Of each theme that was fixed, how many messages were about it after that. */
async function messagesSinceFixed(
  store: ThemeViewStore,
  site: string,
  marks: readonly ThemeMark[],
): Promise<ReadonlyMap<string, number>> {
  const fixed = marks.flatMap((mark) => (mark.fixed === null ? [] : [{ theme: mark.theme, ...mark.fixed }]));
  if (fixed.length === 0) return new Map();
  // Anywhere on earth the day has not begun earlier than this.
  const from = dateIn(Math.min(...fixed.map(({ at }) => at)) - 86_400_000, 'utc');
  const [raised, ...earlier] = await Promise.all([
    raisedEvents(store, site, marks, from),
    // Of feedback the day says whether it was before: that on which it was fixed counts as before.
    ...fixed.map(({ at }) => raisedEvents(store, site, marks, '', dateIn(at, 'utc'))),
  ]);
  return new Map(
    fixed.map(({ theme, event }, place) => {
      const before = new Set(earlier[place]?.get(theme));
      return [theme, raisedSince(raised.get(theme) ?? [], event, before).length];
    }),
  );
}

/** A message as it is now; none where it was erased. */
export async function exampleOf(store: ThemeViewStore, site: string, remark: Remark): Promise<InsightExample[]> {
  const key = feedbackOfRemark(remark);
  if (key !== null) return elsewhereExample(store, site, key);
  const [event] = await store.eventsAfter(site, remark - 1, 1);
  if (event?.id !== remark || event.entry.type !== 'visitor_message') return [];
  const [row] = await store.rows(site, [event.conversationKey]);
  return [{ text: event.entry.text, conversation: row?.conversation.id ?? null, elsewhere: null }];
}

async function elsewhereExample(store: ThemeViewStore, site: string, key: number): Promise<InsightExample[]> {
  const [feedback] = await store.feedbackByKeys(site, [key]);
  // Its words go when they are too old to be kept.
  if (feedback === undefined || feedback.text === '') return [];
  const { text, source, author, link, email } = feedback;
  const contact = email === null ? null : await store.findContact(site, { email });
  return [{ text, conversation: null, elsewhere: { source, author, link, contact: contact?.key ?? null } }];
}
