import type { Clock, Locale, PageVoteStore } from '@solodesk/core';
import { helpArticle, helpTopic } from '@solodesk/core';
import { DateTime } from 'luxon';
import { TokenBuckets } from '../realtime/token-bucket.ts';
import type { HelpReading } from './help-reading.ts';

/** What a reader may do: look back and change their mind a few times, on many pages. */
const PER_PAGE = { burst: 2, perSecond: 1 / 600 };
const PER_ADDRESS = { burst: 40, perSecond: 1 / 10 };

/** Counts "did this help?". Who voted is held against the limits in memory, and never stored. */
export class HelpVotes {
  readonly #store: PageVoteStore;
  readonly #clock: Clock;
  readonly #limited: boolean;
  readonly #byPage = new TokenBuckets(PER_PAGE);
  readonly #byAddress = new TokenBuckets(PER_ADDRESS);

  constructor(store: PageVoteStore, clock: Clock, limited: boolean) {
    this.#store = store;
    this.#clock = clock;
    this.#limited = limited;
  }

  /** @returns 0 when it was counted, else the milliseconds to wait. */
  async count(
    { site }: HelpReading,
    vote: { page: string; locale: Locale; helpful: boolean },
    address: string,
  ): Promise<number> {
    const now = this.#clock.now();
    const wait = this.#limited
      ? this.#byAddress.take(address, now) || this.#byPage.take(`${address} ${site.id} ${vote.page}`, now)
      : 0;
    if (wait > 0) return wait;
    const day = DateTime.fromMillis(now, { zone: site.timeZone }).toISODate() ?? '';
    await this.#store.countPageVote({ site: site.id, day, ...vote });
    return 0;
  }
}

/** Where the page of a vote stands; null when there is none. */
export function votedPath({ site, book, articles }: HelpReading, page: string, locale: Locale): string | null {
  const [, kind, name = ''] = /^(article|faq):(.{1,80})$/.exec(page) ?? [];
  if (kind === 'article') {
    const exists = articles.articles.some((article) => article.slug === name && article.locale === locale);
    return exists ? helpArticle(site.id, locale, name) : null;
  }
  const faq = kind === 'faq' ? book.faqs.get(name) : undefined;
  return faq === undefined ? null : helpTopic(site.id, locale, faq.category, faq.intent);
}
