import { RFM_SEGMENTS, cohorts, expectLoad, openTime, rfm } from '@solodesk/analytics';
import type { InsightDraft, Site } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';
import { DateTime } from 'luxon';
import { BookChain } from './book-chain.ts';
import { CustomerBook, channelOfPage, monthNumber } from './customer-book.ts';
import { dayFacts } from './day-facts.ts';
import type { DayFacts } from './day-facts.ts';
import { PERIOD_KINDS, dayAfter, dayNumber, daysBetween, localDay, periodOf } from './days.ts';
import type { PeriodKind } from './days.ts';
import { feedbackFact } from './feedback-figures.ts';
import { groupFigures } from './group-figures.ts';
import type { TalkOrigin } from './group-figures.ts';
import { MODEL } from './model.ts';
import { openSpans } from './open-spans.ts';
import { periodFigures } from './period-figures.ts';
import type { SiteThemes } from './site-themes.ts';

/** Weeks of which the load is expected. */
const LOAD_WEEKS = 26;
/** Customers of a segment that are named. */
const MOST_NAMED = 50;
/** What of the customers a day was worked out from (`BookChain`). */
export const LINKS = 'links';

export interface WorkParts {
  readonly site: Pick<Site, 'id' | 'timeZone' | 'hours' | 'holidays' | 'insights'>;
  readonly reader: InsightReader;
}

const draft = (kind: string, period: string, body: unknown): InsightDraft => ({
  ...{ kind, period, model: MODEL, body: JSON.stringify(body) },
});

/** What is known while the days are worked through. */
export class SiteWork {
  readonly #run: WorkParts;
  readonly #key: number;
  readonly #book: CustomerBook;
  readonly #themes: SiteThemes;
  /** By the numbers of conversations. */
  readonly #origins = new Map<number, TalkOrigin>();
  /** By date, in order. */
  readonly #facts = new Map<string, DayFacts>();
  readonly #chain: BookChain;
  readonly #links = new Map<string, string>();

  /** @param known facts of the days before the first that is to be read, in order and without a hole */
  constructor(run: WorkParts, key: number, known: readonly DayFacts[], themes: SiteThemes) {
    this.#run = run;
    this.#key = key;
    this.#themes = themes;
    this.#book = new CustomerBook(run.reader, key, run.site);
    this.#chain = new BookChain(this.#book, (conversation) => run.reader.contactOf(conversation));
    for (const facts of known) this.note(facts);
  }

  /** The first of the known days of which something was written late, or changed; null where all is as it was. @param links by day, as they were stored */
  firstChanged(links: ReadonlyMap<string, string>): string | null {
    return [...this.#links].find(([date, link]) => links.get(date) !== link)?.[0] ?? null;
  }

  /** Reads a day. @param to the last day that is counted now: a period that goes on after this day comes with a later one */
  resultsOf(date: string, to: string): InsightDraft[] {
    const facts = this.#read(date);
    this.note(facts);
    return [
      draft('facts', date, facts),
      ...this.#figures(date, to),
      draft('load', date, this.#load(date)),
      ...this.#ofCustomers(date),
      ...this.#themes.resultsOf(date).map(([kind, body]) => draft(kind, date, body)),
    ];
  }

  /**
   * Counts the customers of a known day again: what was said on it stays as it was found. A period that goes on after it comes with a later day,
   * so that nobody sees half of one meanwhile. @param to the last day that is worked through
   */
  recountOf(date: string, to: string): InsightDraft[] {
    return [...this.#figures(date, to), ...this.#ofCustomers(date)];
  }

  #figures(date: string, to: string): InsightDraft[] {
    const ends = (kind: PeriodKind) => date === to || periodOf(kind, date).last === date;
    return PERIOD_KINDS.filter(ends).flatMap((kind) => this.#figuresOf(kind, date));
  }

  #figuresOf(kind: PeriodKind, date: string): InsightDraft[] {
    const period = periodOf(kind, date);
    const days = daysBetween(period.first, date).flatMap((day) => this.#facts.get(day) ?? []);
    const groups = groupFigures(period, date, days, this.#book, (talk) => this.#originOf(talk));
    return [
      draft('figures', period.name, periodFigures(period, date, days, this.#book)),
      draft('groups', period.name, groups),
    ];
  }

  #ofCustomers(date: string): InsightDraft[] {
    return [
      draft(LINKS, date, this.#links.get(date)),
      draft('segments', date, this.#segments(date)),
      ...(periodOf('month', date).last === date ? [draft('cohorts', date.slice(0, 7), this.#cohorts(date))] : []),
    ];
  }

  #read(date: string): DayFacts {
    const { reader, site } = this.#run;
    const { from, to } = localDay(date, site.timeZone);
    return dayFacts({
      date,
      visitors: reader.newVisitors(this.#key, from, to),
      steps: reader.steps(this.#key, from, to),
      talkBefore: (conversation, seq) => reader.talkBefore(conversation, seq),
      promises: reader.promises(this.#key, from, to).map(({ kept, conversation }) => [kept === 1, conversation]),
      scores: reader
        .scores(this.#key, from, to)
        .map(({ score, channel, conversation }) => [score, channel ?? '', conversation ?? 0]),
      feedback: [...reader.feedback.said(this.#key, from, to)].map(feedbackFact),
      hourOf: (at) => DateTime.fromMillis(at, { zone: site.timeZone }).hour,
      openTime: (begin, end) => openTime(begin, end, openSpans(site, begin, end)),
    });
  }

  /** Takes in what is known of the next day. */
  note(facts: DayFacts): void {
    this.#facts.set(facts.date, facts);
    const day = dayNumber(facts.date);
    for (const conversation of facts.active) {
      const contact = this.#run.reader.contactOf(conversation);
      if (contact !== null) this.#book.noteSeen(contact, day);
    }
    this.#links.set(facts.date, this.#chain.next(facts));
  }

  /** A contact's own first source counts, else the page from which their browser came. */
  #originOf(conversation: number): TalkOrigin {
    const known = this.#origins.get(conversation);
    if (known !== undefined) return known;
    const { reader } = this.#run;
    const contact = reader.contactOf(conversation);
    const channel = contact === null ? channelOfPage(reader.referrerOf(conversation)) : this.#book.channel(contact);
    const origin = { contact, channel };
    this.#origins.set(conversation, origin);
    return origin;
  }

  /** The coming two weeks by hour, from the day after; null while there are less than two weeks, from the first message on, to go by. */
  #load(date: string) {
    // Before it there was nothing to count: orders may have been brought in that are years old.
    const first = [...this.#facts].find(([, { hours }]) => hours.some((count) => count > 0))?.[0] ?? dayAfter(date);
    const earliest = dayAfter(date, 1 - LOAD_WEEKS * 7);
    const counts = daysBetween(first > earliest ? first : earliest, date).flatMap(
      (day) => this.#facts.get(day)?.hours ?? new Array<number>(24).fill(0),
    );
    const expected = expectLoad(counts, 168);
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      from: dayAfter(date),
      weeks: Math.floor(counts.length / 168),
      hours: expected?.map(({ expected: mean, low, high }) => [round(mean), round(low), round(high)]) ?? null,
    };
  }

  #segments(date: string) {
    const { rows, currency } = this.#book.rfmRows(dayNumber(date));
    const scores = rfm(rows);
    return {
      currency,
      customers: scores.length,
      segments: RFM_SEGMENTS.map((segment) => {
        const own = scores.filter((score) => score.segment === segment).map(({ customer }) => Number(customer));
        return { segment, size: own.length, customers: own.slice(0, MOST_NAMED) };
      }),
    };
  }

  #cohorts(date: string) {
    const month = monthNumber(date);
    return {
      until: date.slice(0, 7),
      cohorts: cohorts(this.#book.purchases(dayNumber(date)), month).map(({ period, size, active }) => ({
        month: `${Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, '0')}`,
        size,
        active,
      })),
    };
  }
}
