import { REPLIES_LOOKED_AT, usualReply } from '../../domain/promise/usual-reply.ts';
import type { Site } from '../../domain/site.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Log } from '../../ports/log.ts';
import type { PromiseStore } from '../../ports/promise-store.ts';
import type { Sites } from '../../ports/sites.ts';

/**
 * How soon each site's owner usually answers, known without asking the store: a promise is decided in the middle of a
 * visitor's message.
 */
export class ReplyTimes {
  readonly #store: PromiseStore;
  readonly #sites: Sites;
  readonly #calendar: Calendar;
  readonly #log: Log;
  /** With the reading of the site that it was reckoned with: other hours make other times. */
  readonly #usual = new Map<string, { of: Site; time: number | null }>();
  readonly #stale = new Set<string>();

  constructor({ store, sites, calendar, log }: { store: PromiseStore; sites: Sites; calendar: Calendar; log: Log }) {
    this.#store = store;
    this.#sites = sites;
    this.#calendar = calendar;
    this.#log = log;
  }

  /** Milliseconds of business time; null while too few answers say so. */
  usual(site: string): number | null {
    return this.#usual.get(site)?.time ?? null;
  }

  /** The owner has come to somebody who waited. */
  forget(site: string): void {
    this.#stale.add(site);
  }

  /** Looks again where something is new. */
  async refresh(): Promise<void> {
    for (const site of this.#sites.list()) {
      if (this.#usual.get(site.id)?.of === site && !this.#stale.has(site.id)) continue;
      this.#stale.delete(site.id);
      try {
        const replies = await this.#store.replyTimes(site.id, REPLIES_LOOKED_AT);
        this.#usual.set(site.id, { of: site, time: usualReply(replies, site, this.#calendar) });
      } catch (cause) {
        this.#stale.add(site.id);
        this.#log.error(
          { err: cause, site: site.id },
          'how soon the owner answers could not be read; the next sweep tries again',
        );
      }
    }
  }
}
