import { quietUntil } from '../../domain/notice/quiet-hours.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { doubledThemes } from '../../domain/theme/doubled-themes.ts';
import type { FoundThemes } from '../../domain/theme/doubled-themes.ts';
import { feedbackOfRemark } from '../../domain/theme/remark.ts';
import type { ShownTheme } from '../../domain/theme/shown-themes.ts';
import type { Desk } from '../desk.ts';
import { conversationPlace } from '../satisfaction/unhappy-alerts.ts';

/** A theme that goes on to be large is told of again after so many days. */
const AGAIN_DAYS = 28;
const DAY_MS = 86_400_000;

/**
 * Mails and pushes to the people of a site's desk about themes that doubled, all of a run at once, and each theme once in four weeks. Each leads to
 * what is typical of it. In quiet hours it waits until those end. How many themes were told of.
 */
export async function tellOfDoubledThemes(desk: Desk, siteId: string, found: FoundThemes): Promise<number> {
  const site = desk.sites.get(siteId);
  if (site === null || !site.insights.themeAlerts) return 0;
  const [marks, alerts] = await Promise.all([desk.store.themeMarks(siteId), desk.store.themeAlerts(siteId)]);
  const doubled = doubledThemes(found, marks).filter(({ id }) => {
    const told = alerts.get(id);
    return told === undefined || Date.parse(found.through) - Date.parse(told) >= AGAIN_DAYS * DAY_MS;
  });
  if (doubled.length === 0) return 0;
  const now = desk.clock.now();
  const insights = `${desk.consoleUrl()}#/insights`;
  const themes = await Promise.all(
    doubled.map(async (theme) => ({
      ...{ name: theme.name, size: theme.size, before: theme.before },
      link: await linkTo(desk, siteId, theme),
    })),
  );
  const entries: OutboxEntry[] = [];
  for (const account of await desk.store.membersOf(siteId)) {
    const settings = await desk.store.noticeSettings(account.key);
    const devices = await desk.store.pushDevices(account.key);
    const locale = settings.locale ?? site.defaultLocale;
    const when = {
      key: `themes_doubled:${found.through}:${doubled[0]!.id}:${account.key}`,
      dueAt: (settings.quiet === null ? null : quietUntil(settings.quiet, now, site.timeZone)) ?? now,
    };
    if (settings.mail && desk.mailer.available) {
      entries.push({
        ...{ kind: 'mail', id: desk.ids.uuid(), ...when },
        payload: {
          ...{ to: { address: settings.address ?? account.email }, locale, conversation: null },
          content: { template: 'themes_doubled', themes, link: insights },
        },
      });
    }
    if (devices.length > 0) {
      const payload = {
        account: account.key,
        locale,
        alert: { what: 'themes' as const, themes },
        link: themes[0]!.link ?? insights,
        of: null,
      };
      entries.push({ kind: 'push', id: desk.ids.uuid(), ...when, payload });
    }
  }
  // Who can be reached by no way at all is told as soon as there is one.
  if (entries.length === 0) return 0;
  await desk.store.planOutbox(siteId, entries);
  await desk.store.noteThemeAlerts(
    siteId,
    doubled.map(({ id }) => id),
    found.through,
  );
  return doubled.length;
}

/** Where the console shows what is most typical of a theme; null where all of it was erased since. */
async function linkTo(desk: Desk, site: string, { examples }: ShownTheme): Promise<string | null> {
  for (const remark of examples) {
    if (feedbackOfRemark(remark) !== null) return `${desk.consoleUrl()}#/feedback`;
    const [event] = await desk.store.eventsAfter(site, remark - 1, 1);
    if (event?.id !== remark || event.entry.type !== 'visitor_message') continue;
    const [row] = await desk.store.rows(site, [event.conversationKey]);
    if (row !== undefined) return `${desk.consoleUrl()}${conversationPlace(site, row.conversation.id)}`;
  }
  return null;
}
