import type { KnownProblem } from '../../domain/problem/known-problem.ts';
import type { ThemeNews } from '../../domain/theme/theme-mark.ts';
import type { Desk } from '../desk.ts';

/** How long the owner can take back that everyone is told of a fixed theme. */
export const THEME_NEWS_WAIT_MS = 60_000;

/** Everyone who raised a theme is told that it is fixed, in a moment. */
export async function planThemeNews(
  desk: Pick<Desk, 'store' | 'ids' | 'clock'>,
  what: Pick<ThemeNews, 'site' | 'theme' | 'label' | 'text' | 'events'>,
): Promise<ThemeNews> {
  const plannedAt = desk.clock.now();
  const dueAt = plannedAt + THEME_NEWS_WAIT_MS;
  const news: ThemeNews = { ...what, id: desk.ids.uuid(), plannedAt, dueAt, state: 'planned', people: 0 };
  await desk.store.planThemeNews(news);
  return news;
}

/**
 * Hands what is due to those who tell of known problems: one message for each person, once, also over a crash. Who raised it is asked only now, so that
 * nobody is told who was erased or blocked since it was planned.
 */
export async function releaseThemeNews(desk: Pick<Desk, 'store' | 'clock' | 'log'>): Promise<void> {
  const now = desk.clock.now();
  for (const { id, site, label, text, events, plannedAt } of await desk.store.dueThemeNews(now)) {
    const people = await desk.store.raisers(site, events);
    const problem: KnownProblem = {
      ...{ id, site, createdAt: plannedAt, text: { en: label, zh: label }, words: [] },
      ...{ fixedAt: plannedAt, fixedText: text },
    };
    const waiters = people.map(({ visitorKey, email, locale }) => ({ visitorKey, email, locale, at: now }));
    const isReleased = await desk.store.releaseThemeNews(problem, waiters);
    if (isReleased) desk.log.info({ site, people: waiters.length }, 'a fixed theme is told of');
  }
}
