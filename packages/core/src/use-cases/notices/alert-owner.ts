import type { Alert } from '../../domain/notice/alert.ts';
import type { AlertKind } from '../../domain/notice/news-settings.ts';
import { quietUntil } from '../../domain/notice/quiet-hours.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Site } from '../../domain/site.ts';
import type { Desk } from '../desk.ts';

export interface NewAlert {
  readonly kind: AlertKind;
  /** Names it among the site's alerts, for good: nobody hears of the same twice. */
  readonly key: string;
  /** What is said, in the reader's language and right at the moment at which it goes out. */
  readonly words: (locale: Locale, sentAt: number) => Alert;
  /** Of the console: `#/feedback`. */
  readonly place: string;
  /** Whom it is about: a conversation's public id or an address. */
  readonly of: string | null;
  /** It does not wait for the end of quiet hours. */
  readonly urgent?: boolean;
}

export type AlertingDesk = Pick<Desk, 'store' | 'mailer' | 'clock' | 'ids' | 'consoleUrl'>;

/**
 * Mails and pushes to the people of the desk, to be saved with what happened: to whoever wants to hear of such things, by each way that
 * they have. In quiet hours they wait until those end, unless it is urgent.
 */
export async function alertEntries(desk: AlertingDesk, site: Site, alert: NewAlert): Promise<OutboxEntry[]> {
  const now = desk.clock.now();
  const link = `${desk.consoleUrl()}${alert.place}`;
  const entries: OutboxEntry[] = [];
  for (const account of await desk.store.membersOf(site.id)) {
    const news = await desk.store.newsSettings(account.key);
    if (!news.alerts[alert.kind]) continue;
    const settings = await desk.store.noticeSettings(account.key);
    const waits = settings.quiet !== null && alert.urgent !== true;
    const dueAt = (waits ? quietUntil(settings.quiet, now, site.timeZone) : null) ?? now;
    const locale = settings.locale ?? site.defaultLocale;
    const key = `${alert.key}:${account.key}`;
    const words = alert.words(locale, dueAt);
    if (settings.mail && desk.mailer.available) {
      entries.push({
        ...{ kind: 'mail', id: desk.ids.uuid(), key, dueAt },
        payload: {
          ...{ to: { address: settings.address ?? account.email }, locale, conversation: null },
          content: { template: 'alert', alert: words, link, of: alert.of },
        },
      });
    }
    if ((await desk.store.pushDevices(account.key)).length > 0) {
      const payload = { account: account.key, locale, alert: words, link, of: alert.of };
      entries.push({ kind: 'push', id: desk.ids.uuid(), key, dueAt, payload });
    }
  }
  return entries;
}
