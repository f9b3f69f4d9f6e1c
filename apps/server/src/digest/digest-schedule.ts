import type { OutboxEntry, Site } from '@solodesk/core';
import type { Desk } from '@solodesk/core/use-cases';
import { dateIn } from '../insights/local-date.ts';
import type { ActionLinks } from './action-links.ts';
import { gatherDigest } from './gather-digest.ts';

/**
 * Plans the morning's digests: for each account on each of its sites one a day, from the account's hour on the site's wall. By the clock on
 * that wall, so that an hour that is skipped or comes twice changes nothing; by the day in the outbox's key, so that no restart sends a
 * second one; and also later that day, when nothing ran at the hour.
 */
export class DigestSchedule {
  readonly #desk: Desk;
  readonly #links: ActionLinks;
  /** Keys that were looked at by this process: what is planned is asked for no second time. */
  readonly #done = new Set<string>();

  constructor(desk: Desk, links: ActionLinks) {
    this.#desk = desk;
    this.#links = links;
  }

  async look(): Promise<void> {
    const { sites, store, mailer } = this.#desk;
    if (!mailer.available) return;
    for (const site of sites.list()) {
      for (const account of await store.membersOf(site.id)) {
        try {
          await this.#plan(site, account);
        } catch (cause) {
          // One site's trouble keeps nobody else's mail back; the next look tries again.
          this.#desk.log.error({ err: cause, site: site.id }, 'a digest could not be planned');
        }
      }
    }
  }

  async #plan(site: Site, account: { key: number; email: string }): Promise<void> {
    const { store, clock, calendar, ids, consoleUrl } = this.#desk;
    const now = clock.now();
    const day = dateIn(now, site.timeZone);
    const key = `digest:${day}:${account.key}`;
    const done = `${site.id} ${key}`;
    if (this.#done.has(done)) return;
    const { digestHour, digestEmpty } = await store.newsSettings(account.key);
    if (digestHour === null || calendar.hourAt(now, site.timeZone) < digestHour) return;
    const settings = await store.noticeSettings(account.key);
    const locale = settings.locale ?? site.defaultLocale;
    const sections = await gatherDigest(this.#desk, this.#links, site, { account: account.key, locale });
    if (sections.length > 0 || digestEmpty) {
      const entry: OutboxEntry = {
        ...{ kind: 'mail', id: ids.uuid(), key, dueAt: now },
        payload: {
          ...{ to: { address: settings.address ?? account.email }, locale, conversation: null },
          content: { template: 'digest', day: dayIn(now, site.timeZone, locale), sections, link: consoleUrl() },
        },
      };
      await store.planOutbox(site.id, [entry]);
    }
    // Only of today: what is older is never asked for again.
    for (const old of this.#done) if (!old.includes(`digest:${day}:`)) this.#done.delete(old);
    this.#done.add(done);
  }
}

function dayIn(at: number, timeZone: string, locale: 'en' | 'zh'): string {
  const language = locale === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}
