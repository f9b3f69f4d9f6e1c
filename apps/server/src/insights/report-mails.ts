import type { Locale, OutboxEntry, Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { insightFiguresSchema } from '@solodesk/protocol/owner';
import { z } from 'zod';

/** As the program of the batch takes a report apart for a mail. */
export const reportMailSchema = z.object({
  title: z.string(),
  span: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      lines: z.array(z.object({ text: z.string(), link: z.string().nullable() })),
    }),
  ),
  /** PNG, base64: drawn there, as in this process no program but that of four kinds of pictures may read a file at all. */
  charts: z.array(z.object({ name: z.string(), png: z.base64() })),
});
export type ReportMail = z.infer<typeof reportMailSchema>;

/** Null where nothing is to be reported. */
export type MakeReportMail = (site: string, period: string, locale: Locale) => Promise<ReportMail | null>;

const DAY_MS = 86_400_000;
/** So many days after its end a report is still sent: after a time in which nothing ran, and not of whatever was before it was asked for. */
const FRESH_DAYS = 2;
const SHAPES = [/^\d{4}-W\d{2}$/, /^\d{4}-\d{2}$/];

/**
 * Mails the report of a week and of a month that are over to whoever asked for it, once: by the period in the outbox's key no run and no restart sends
 * a second one. How many were planned.
 */
export async function planReportMails(desk: Desk, site: Site, make: MakeReportMail): Promise<number> {
  const { store, mailer, ids, clock, consoleUrl } = desk;
  if (!mailer.available) return 0;
  const readers = [];
  for (const account of await store.membersOf(site.id)) {
    if (!(await store.newsSettings(account.key)).report) continue;
    const settings = await store.noticeSettings(account.key);
    const [address, locale] = [settings.address ?? account.email, settings.locale ?? site.defaultLocale];
    readers.push({ key: account.key, address, locale });
  }
  if (readers.length === 0) return 0;
  const entries: OutboxEntry[] = [];
  for (const period of await endedPeriods(desk, site)) {
    for (const locale of new Set(readers.map((reader) => reader.locale))) {
      const mail = await make(site.id, period, locale);
      if (mail === null) continue;
      for (const { key, address } of readers.filter((reader) => reader.locale === locale)) {
        entries.push({
          ...{ kind: 'mail', id: ids.uuid(), key: `report:${period}:${key}`, dueAt: clock.now() },
          payload: {
            ...{ to: { address }, locale, conversation: null },
            content: { template: 'report', ...mail, link: `${consoleUrl()}#/insights` },
          },
        });
      }
    }
  }
  await store.planOutbox(site.id, entries);
  return entries.length;
}

/** Weeks and months whose last day was just worked through. */
async function endedPeriods({ store }: Desk, site: Site): Promise<string[]> {
  const run = await store.insightRun(site.id);
  if (run === null) return [];
  const names = await store.insightPeriods(site.id, 'figures');
  const newest = SHAPES.flatMap((shape) => names.filter((name) => shape.test(name)).slice(-2));
  const ended: string[] = [];
  for (const name of newest) {
    const result = await store.insightResult(site.id, 'figures', name);
    const figures = result === null ? null : insightFiguresSchema.parse(JSON.parse(result.body));
    if (figures === null || figures.through < figures.last) continue;
    if (Date.parse(run.lastDay) - Date.parse(figures.last) <= FRESH_DAYS * DAY_MS) ended.push(name);
  }
  return ended;
}
