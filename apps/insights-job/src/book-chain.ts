import { createHash } from 'node:crypto';
import type { CustomerBook } from './customer-book.ts';
import type { DayFacts } from './day-facts.ts';
import { dayNumber } from './days.ts';

/** Characters of a link: far more than a site has days. */
const LENGTH = 16;

/**
 * What the customers' orders, marks, channels and the spend were when a day was worked through, as a chain: each day's link holds all that was written
 * of it and of the days before. Where a stored link is another one than today's, something was written, changed or taken back late, and from
 * that day on the figures of customers have to be counted again.
 */
export class BookChain {
  readonly #book: Pick<CustomerBook, 'written' | 'writtenUntil' | 'channel'>;
  readonly #contactOf: (conversation: number) => number | null;
  #link = '';

  /** @param contactOf who is known to be behind a conversation */
  constructor(
    book: Pick<CustomerBook, 'written' | 'writtenUntil' | 'channel'>,
    contactOf: (conversation: number) => number | null,
  ) {
    this.#book = book;
    this.#contactOf = contactOf;
  }

  /** The link of the next day; days have to come in order, and without a hole. */
  next({ date, active }: Pick<DayFacts, 'date' | 'active'>): string {
    const seen = active.flatMap((conversation) => {
      const contact = this.#contactOf(conversation);
      return contact === null ? [] : [[conversation, contact, this.#book.channel(contact)]];
    });
    const day = dayNumber(date);
    const written = this.#link === '' ? this.#book.writtenUntil(day) : this.#book.written(day);
    const rows = [this.#link, written, seen];
    this.#link = createHash('sha256').update(JSON.stringify(rows)).digest('base64url').slice(0, LENGTH);
    return this.#link;
  }
}
