import { RFM_SEGMENTS, cohorts, expectLoad, openTime, rfm } from '@solodesk/analytics';
import type { InsightDraft, InsightStore, Site, ThemeStore } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';
import { DateTime } from 'luxon';
import { CustomerBook, channelOfPage, monthNumber } from './customer-book.ts';
import { dayFacts } from './day-facts.ts';
import type { DayFacts } from './day-facts.ts';
import { PERIOD_KINDS, dateOf, dayAfter, dayNumber, daysBetween, localDay, periodOf } from './days.ts';
import { feedbackFact } from './feedback-figures.ts';
import { groupFigures } from './group-figures.ts';
import type { TalkOrigin } from './group-figures.ts';
import { MODEL } from './model.ts';
import { openSpans } from './open-spans.ts';
import { periodFigures } from './period-figures.ts';
import type { ProductLook } from './product-results.ts';
import { SiteThemes } from './site-themes.ts';
import { takenBack } from './taken-back.ts';
import type { LanguageParts } from './theme-results.ts';
import type { ThemeResults } from './theme-shapes.ts';

/** Weeks of which the load is expected. */
const LOAD_WEEKS = 26;
/** Customers of a segment that are named. */
const MOST_NAMED = 50;
/** Between two days. Milliseconds. */
const REST_MS = 5;
const FIRST = '0000-00-00';

export interface SiteRun {
  readonly site: Pick<Site, 'id' | 'timeZone' | 'hours' | 'holidays' | 'insights'>;
  readonly reader: InsightReader;
  readonly store: Pick<
    InsightStore & ThemeStore,
    'insightPeriods' | 'insightResult' | 'insightResults' | 'saveInsights' | 'insightRun' | 'themeMarks'
  >;
  readonly languages: LanguageParts;
  readonly goods: ProductLook | null;
  readonly now: () => number;
  /** Days to work through again, `2026-11-27`; null: from where the last run ended, and to yesterday. */
  readonly from: string | null;
  readonly to: string | null;
  readonly onDay?: (progress: { site: string; day: string; done: number; of: number }) => void;
}

export interface SiteSummary {
  readonly site: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly days: number;
  /** Results that are new, or came out differently than before. */
  readonly saved: number;
  /** Transactions that wrote them, and the longest that one kept the database from others. Milliseconds. */
  readonly writes: number;
  readonly longestWriteMs: number;
}

/**
 * Works through a site's days one by one. What comes out for a day follows from the rows up to its end and from the code alone; where it is
 * broken off, nothing of its day can be read, and the next run goes on with the day after the last whole one.
 * @throws RangeError for a day that is none, or not over yet
 */
export async function runSite(run: SiteRun): Promise<SiteSummary> {
  const { site, reader, store, now } = run;
  const zone = site.timeZone;
  const key = reader.site(site.id);
  const yesterday = dayAfter(dateOf(now(), zone), -1);
  const to = run.to ?? yesterday;
  for (const day of [run.from, run.to]) if (day !== null) localDay(day, zone);
  if (to > yesterday) throw new RangeError(`${to} is not over yet in ${zone}: the last whole day is ${yesterday}`);
  const first = key === null ? null : reader.firstMoment(key);
  const nothing = { site: site.id, from: null, to: null, days: 0, saved: 0, writes: 0, longestWriteMs: 0 };
  if (key === null || first === null) return nothing;

  const readAt = now();
  const noted = await store.insightRun(site.id);
  const last = noted?.model === MODEL ? noted : null;
  const begin = dateOf(first, zone);
  // What came in late has its day worked through again, and all after it.
  const late = last === null ? null : reader.feedback.earliestLate(key, localDay(last.lastDay, zone).to, last.readAt);
  const next = late !== null ? dateOf(late, zone) : last === null ? begin : dayAfter(last.lastDay);
  const from = run.from === null ? next : earlier(run.from < begin ? begin : run.from, next);
  if (from > to) return nothing;
  const days = daysBetween(from, to);
  const known = await store.insightResults(site.id, 'facts', { from: FIRST, to: dayAfter(from, -1) });
  const themes = new SiteThemes(run, key, await lastThemes(run, from), await store.themeMarks(site.id));
  const facts = known.map(({ body }) => JSON.parse(body) as DayFacts);
  const work = new SiteWork(run, key, facts, themes);
  let [saved, writes, longestWriteMs, done] = [0, 0, 0, 0];
  for (const day of days) {
    const results = work.resultsOf(day);
    results.push(...(await takenBack(store, site.id, day, results)));
    // An earlier day that is worked through again does not move the mark back, unless those after it have to be as well.
    const isMarked = last !== null && late === null && last.lastDay > day;
    const mark = isMarked ? { lastDay: last.lastDay, readAt: last.readAt } : { lastDay: day, readAt };
    const written = await store.saveInsights(site.id, results, now(), { ...mark, model: MODEL, endedAt: now() });
    saved += written.saved;
    writes += written.writes;
    longestWriteMs = Math.max(longestWriteMs, written.longestWriteMs);
    await rest();
    run.onDay?.({ site: site.id, day, done: ++done, of: days.length });
  }
  longestWriteMs = Math.round(longestWriteMs * 10) / 10;
  return { site: site.id, from, to, days: days.length, saved, writes, longestWriteMs };
}

/** What the run before found: themes go on from there. Of other code's results nothing is taken over. */
async function lastThemes({ site, store }: SiteRun, from: string): Promise<ThemeResults | null> {
  const period = (await store.insightPeriods(site.id, 'themes')).filter((each) => each < from).at(-1);
  const result = period === undefined ? null : await store.insightResult(site.id, 'themes', period);
  return result?.model === MODEL ? (JSON.parse(result.body) as ThemeResults) : null;
}

/** Whoever waits for the database gets it before the next day is begun. */
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, REST_MS));

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** What is known while the days are worked through. */
class SiteWork {
  readonly #run: SiteRun;
  readonly #key: number;
  readonly #book: CustomerBook;
  readonly #themes: SiteThemes;
  /** By the numbers of conversations. */
  readonly #origins = new Map<number, TalkOrigin>();
  /** By date, in order. */
  readonly #facts = new Map<string, DayFacts>();

  constructor(run: SiteRun, key: number, known: readonly DayFacts[], themes: SiteThemes) {
    this.#run = run;
    this.#key = key;
    this.#themes = themes;
    this.#book = new CustomerBook(run.reader, key, run.site);
    for (const facts of known) this.#note(facts);
  }

  resultsOf(date: string): InsightDraft[] {
    const facts = this.#read(date);
    this.#note(facts);
    const draft = (kind: string, period: string, body: unknown): InsightDraft => ({
      ...{ kind, period, model: MODEL, body: JSON.stringify(body) },
    });
    const figures = PERIOD_KINDS.flatMap((kind) => {
      const period = periodOf(kind, date);
      const days = daysBetween(period.first, date).flatMap((day) => this.#facts.get(day) ?? []);
      return [
        draft('figures', period.name, periodFigures(period, date, days, this.#book)),
        draft(
          'groups',
          period.name,
          groupFigures(period, date, days, this.#book, (talk) => this.#originOf(talk)),
        ),
      ];
    });
    return [
      draft('facts', date, facts),
      ...figures,
      draft('load', date, this.#load(date)),
      draft('segments', date, this.#segments(date)),
      ...this.#themes.resultsOf(date).map(([kind, body]) => draft(kind, date, body)),
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

  #note(facts: DayFacts): void {
    this.#facts.set(facts.date, facts);
    const day = dayNumber(facts.date);
    for (const conversation of facts.active) {
      const contact = this.#run.reader.contactOf(conversation);
      if (contact !== null) this.#book.noteSeen(contact, day);
    }
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
