import { feedbackOfRemark } from '../domain/theme/remark.ts';
import type { Remark } from '../domain/theme/remark.ts';
import { eachPersonOnce } from '../domain/theme/theme-mark.ts';
import type { Raiser, ThemeMark, ThemeNews } from '../domain/theme/theme-mark.ts';
import type { FeedbackStore } from '../ports/feedback-store.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { ProblemStore } from '../ports/problem-store.ts';
import type { ContactStore } from '../ports/record-store.ts';
import type { ThemeStore } from '../ports/theme-store.ts';
import type { VisitorStore } from '../ports/visitor-store.ts';

type Parts = Pick<VisitorStore, 'findVisitor'> &
  Pick<ConversationStore, 'eventsAfter' | 'rows'> &
  Pick<ContactStore, 'contactOfVisitor' | 'findContact' | 'visitorsOfContact'> &
  Pick<FeedbackStore, 'feedbackByKeys'> &
  Pick<ProblemStore, 'addProblem' | 'awaitFix' | 'fixProblem'>;

/** What the owner said of themes, in arrays. */
export function createMemoryThemes(parts: Parts): ThemeStore {
  const marks: (ThemeMark & { site: string })[] = [];
  const news: ThemeNews[] = [];
  const alerts = new Map<string, Map<string, string>>();

  /** Null where they were erased, or are blocked from any of their browsers. */
  async function raiserOf(site: string, id: number): Promise<Raiser | null> {
    const [event] = await parts.eventsAfter(site, id - 1, 1);
    if (event?.id !== id || event.entry.type !== 'visitor_message') return null;
    const visitorKey = event.conversationKey;
    const contact = await parts.contactOfVisitor(site, visitorKey);
    const browsers = contact === null ? [] : await parts.visitorsOfContact(site, contact.key, Infinity);
    const visitors = await Promise.all([visitorKey, ...browsers].map((key) => parts.findVisitor(key)));
    const [row] = await parts.rows(site, [visitorKey]);
    const [visitor] = visitors;
    if (!visitor || !row || visitors.some((each) => each !== null && each.blocked !== 'no')) return null;
    return {
      ...{ visitorKey, conversation: row.conversation.id, contact: contact?.key ?? null, name: contact?.name ?? null },
      ...{ email: contact?.email ?? null, locale: row.conversation.locale, event: id, at: event.at },
    };
  }

  /** Whoever said something elsewhere under the address of a contact. */
  async function authorOf(site: string, remark: Remark): Promise<Raiser | null> {
    const [feedback] = await parts.feedbackByKeys(site, [feedbackOfRemark(remark) ?? 0]);
    const contact = feedback?.email ? await parts.findContact(site, { email: feedback.email }) : null;
    if (feedback === undefined || contact?.verified !== true) return null;
    const browsers = await parts.visitorsOfContact(site, contact.key, Infinity);
    const visitors = await Promise.all(browsers.map((key) => parts.findVisitor(key)));
    const [row] = (await parts.rows(site, browsers)).sort(
      (one, other) => other.conversation.visitorKey - one.conversation.visitorKey,
    );
    if (row === undefined || visitors.some((each) => each !== null && each.blocked !== 'no')) return null;
    const { visitorKey, id, locale } = row.conversation;
    const { key, name, email } = contact;
    return { visitorKey, conversation: id, contact: key, name, email, locale, event: remark, at: feedback.at };
  }

  return {
    themeMarks: async (site) =>
      marks.filter((mark) => mark.site === site).map(({ site: _site, ...mark }): ThemeMark => mark),
    async markTheme(site, first, change) {
      const at = marks.findIndex((mark) => mark.site === site && mark.theme === first.theme);
      const blank = { name: null, pinned: false, mergedInto: null, fixed: null };
      if (at === -1) marks.push({ site, ...first, ...blank, ...change });
      else marks[at] = { ...marks[at]!, ...change };
    },
    async raisers(site, remarks) {
      const newestFirst = [...new Set(remarks)].sort((one, other) => other - one);
      const found = await Promise.all(
        newestFirst.map((remark) => (remark < 0 ? authorOf(site, remark) : raiserOf(site, remark))),
      );
      return eachPersonOnce(found.filter((one) => one !== null));
    },
    async planThemeNews(planned) {
      news.push(planned);
    },
    themeNews: async (site) => news.filter((each) => each.site === site).reverse(),
    dueThemeNews: async (now) =>
      news
        .filter(({ state, dueAt }) => state === 'planned' && dueAt <= now)
        .sort((one, other) => one.dueAt - other.dueAt),
    async takeBackThemeNews(site, id) {
      return settle(site, id, { state: 'taken_back' });
    },
    async releaseThemeNews(problem, waiters) {
      if (!settle(problem.site, problem.id, { state: 'told', people: waiters.length })) return false;
      await parts.addProblem({ ...problem, fixedAt: null });
      for (const waiter of waiters) await parts.awaitFix(problem.site, problem.id, waiter);
      await parts.fixProblem(problem.site, problem.id, problem);
      return true;
    },
    themeAlerts: async (site) => new Map(alerts.get(site)),
    async noteThemeAlerts(site, themes, day) {
      const known = alerts.get(site) ?? new Map<string, string>();
      for (const theme of themes) known.set(theme, day);
      alerts.set(site, known);
    },
  };

  function settle(site: string, id: string, change: Pick<ThemeNews, 'state'> & Partial<ThemeNews>): boolean {
    const at = news.findIndex((each) => each.site === site && each.id === id && each.state === 'planned');
    if (at === -1) return false;
    news[at] = { ...news[at]!, ...change };
    return true;
  }
}
