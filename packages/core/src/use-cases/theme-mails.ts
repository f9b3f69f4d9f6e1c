import { quietUntil } from '../domain/notice/quiet-hours.ts';
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import { doubledThemes } from '../domain/theme/doubled-themes.ts';
import type { FoundThemes } from '../domain/theme/doubled-themes.ts';
import type { Desk } from './desk.ts';

/** A theme that goes on to be large is told of again after so many days. */
const AGAIN_DAYS = 28;
const DAY_MS = 86_400_000;

/**
 * Mails the people of a site's desk about themes that doubled, all of a run in one mail, and each theme once in four weeks. In quiet hours
 * the mail waits until those end. How many themes were told of.
 */
export async function mailDoubledThemes(desk: Desk, siteId: string, found: FoundThemes): Promise<number> {
  const site = desk.sites.get(siteId);
  if (site === null || !site.insights.themeAlerts || !desk.mailer.available) return 0;
  const [marks, alerts] = await Promise.all([desk.store.themeMarks(siteId), desk.store.themeAlerts(siteId)]);
  const doubled = doubledThemes(found, marks).filter(({ id }) => {
    const told = alerts.get(id);
    return told === undefined || Date.parse(found.through) - Date.parse(told) >= AGAIN_DAYS * DAY_MS;
  });
  if (doubled.length === 0) return 0;
  const now = desk.clock.now();
  const entries: OutboxEntry[] = [];
  for (const account of await desk.store.membersOf(siteId)) {
    const settings = await desk.store.noticeSettings(account.key);
    if (!settings.mail) continue;
    entries.push({
      kind: 'mail',
      id: desk.ids.uuid(),
      key: `themes_doubled:${found.through}:${doubled[0]!.id}:${account.key}`,
      dueAt: (settings.quiet === null ? null : quietUntil(settings.quiet, now, site.timeZone)) ?? now,
      payload: {
        to: { address: settings.address ?? account.email },
        locale: settings.locale ?? site.defaultLocale,
        conversation: null,
        content: {
          template: 'themes_doubled',
          themes: doubled.map(({ name, size, before }) => ({ name, size, before })),
          link: `${desk.consoleUrl()}#/insights`,
        },
      },
    });
  }
  await desk.store.planOutbox(siteId, entries);
  await desk.store.noteThemeAlerts(
    siteId,
    doubled.map(({ id }) => id),
    found.through,
  );
  return doubled.length;
}
