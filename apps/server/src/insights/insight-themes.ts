import type { Desk } from '@solodesk/core';
import { insightThemesSchema } from '@solodesk/protocol/owner';
import type { InsightThemes } from '@solodesk/protocol/owner';

type ThemeStore = Pick<Desk['store'], 'eventsAfter' | 'insightPeriods' | 'insightResult' | 'rows'>;

/** The newest themes up to a day, with the messages that are typical of them: those that were not erased since. */
export async function themesOf(store: ThemeStore, site: string, day: string): Promise<InsightThemes | null> {
  const periods = await store.insightPeriods(site, 'themes');
  const period = periods.filter((each) => each <= day).at(-1);
  const result = period === undefined ? null : await store.insightResult(site, 'themes', period);
  if (result === null) return null;
  const { themes, ...told } = insightThemesSchema.parse(JSON.parse(result.body));
  if (themes === null) return { ...told, themes };
  return {
    ...told,
    themes: await Promise.all(
      themes.map(async ({ examples, ...theme }) => ({
        ...theme,
        examples: (await Promise.all(examples.map((id) => exampleOf(store, site, id)))).flat(),
      })),
    ),
  };
}

async function exampleOf(store: ThemeStore, site: string, id: number) {
  const [event] = await store.eventsAfter(site, id - 1, 1);
  if (event?.id !== id || event.entry.type !== 'visitor_message') return [];
  const [row] = await store.rows(site, [event.conversationKey]);
  return [{ text: event.entry.text, conversation: row?.conversation.id ?? null }];
}
