import type { Clock, KnowledgeBase, Locale, Log, UnansweredStore } from '@solodesk/core';
import { vainSearch } from '@solodesk/core/use-cases';
import { TokenBuckets } from '../realtime/token-bucket.ts';
import type { HelpReading } from './help-reading.ts';

/** Who loads a page of results again, or comes back to it, has not asked again. */
const SAME = { burst: 1, perSecond: 1 / 3_600 };
/** What a reader looks for in a visit; and what many do, before it is a program that writes the owner's list full. */
const PER_ADDRESS = { burst: 10, perSecond: 1 / 60 };
const PER_SITE = { burst: 60, perSecond: 1 / 30 };
/** Searches that are kept of a site: of months, where they are not a program's. */
const MOST_KEPT = 500;

export interface VainSearchesOptions {
  store: Pick<UnansweredStore, 'keepSearch'>;
  knowledge: KnowledgeBase;
  clock: Clock;
  log: Log;
  /** Whether searches are limited by who makes them. */
  limited: boolean;
  /** The owner's list has changed. */
  onKept(site: string): void;
}

/**
 * Keeps what is searched for in vain, for the owner. Who searched is held against the limits in memory, and never stored; what is personal in the words
 * is masked before. What is too much is dropped in silence: nobody waits for it.
 */
export class VainSearches {
  readonly #options: VainSearchesOptions;
  readonly #same = new TokenBuckets(SAME);
  readonly #byAddress = new TokenBuckets(PER_ADDRESS);
  readonly #bySite = new TokenBuckets(PER_SITE);

  constructor(options: VainSearchesOptions) {
    this.#options = options;
  }

  /** Never rejects: a search that cannot be kept is answered all the same. */
  async note(
    reading: HelpReading,
    { query, locale }: { query: string; locale: Locale },
    address: string,
  ): Promise<void> {
    const { store, clock, log, onKept } = this.#options;
    const site = reading.site.id;
    try {
      const search = this.#toKeep(reading, query, locale);
      if (search === null || !this.#passes(site, address, search.text.toLowerCase())) return;
      await store.keepSearch(site, { ...search, at: clock.now() }, MOST_KEPT);
      onKept(site);
    } catch (cause) {
      log.warn({ err: cause, site }, 'a search that found nothing was not kept');
    }
  }

  /** Until the bot has learned, nobody can say what it does not know. */
  #toKeep({ site }: HelpReading, query: string, locale: Locale) {
    const known = this.#options.knowledge.of(site.id);
    return known === null ? null : vainSearch(query, locale, { site, ...known });
  }

  #passes(site: string, address: string, text: string): boolean {
    const now = this.#options.clock.now();
    if (this.#options.limited && this.#byAddress.take(address, now) > 0) return false;
    if (this.#same.take(`${address} ${site} ${text}`, now) > 0) return false;
    return !this.#options.limited || this.#bySite.take(site, now) === 0;
  }
}
