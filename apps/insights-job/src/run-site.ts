import type { InsightStore, Site, ThemeStore } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';
import type { DayFacts } from './day-facts.ts';
import { PERIOD_KINDS, dateOf, dayAfter, daysBetween, localDay, periodOf } from './days.ts';
import type { Period } from './days.ts';
import { MODEL } from './model.ts';
import type { ProductLook } from './product-results.ts';
import { SiteThemes } from './site-themes.ts';
import { LINKS, SiteWork } from './site-work.ts';
import { takenBack } from './taken-back.ts';
import type { LanguageParts } from './theme-results.ts';
import type { ThemeResults } from './theme-shapes.ts';

/** Between two days. Milliseconds. */
const REST_MS = 5;
const [FIRST, LAST] = ['0000-00-00', '9999-99-99'];

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
  /** Nobody ever wrote, bought, scored or said anything: spend alone gives no figure. */
  readonly isEmpty: boolean;
  /** Weeks, months and quarters in which the last of these days lies and that are not over with what is known: their figures go up to `through`. */
  readonly unfinished: readonly (Pick<Period, 'kind' | 'name' | 'last'> & { readonly through: string })[];
  /** Results that are new, or came out differently than before. */
  readonly saved: number;
  /** Transactions that wrote them, and the longest that one kept the database from others. Milliseconds. */
  readonly writes: number;
  readonly longestWriteMs: number;
}

/**
 * Works through a site's days one by one. What comes out for a day follows from the rows up to its end and from the code alone; where it is
 * broken off, nothing of its day can be read, and the next run goes on with the day after the last whole one.
 * @throws RangeError for a day that is none, or not over yet, or a time that ends before it begins
 */
export async function runSite(run: SiteRun): Promise<SiteSummary> {
  const { site, reader, store, now } = run;
  const zone = site.timeZone;
  const key = reader.site(site.id);
  const yesterday = dayAfter(dateOf(now(), zone), -1);
  const to = run.to ?? yesterday;
  for (const day of [run.from, run.to]) if (day !== null) localDay(day, zone);
  if (run.from !== null && run.from > to) throw new RangeError(`${run.from} comes after ${to}`);
  if (to > yesterday) throw new RangeError(`${to} is not over yet in ${zone}: the last whole day is ${yesterday}`);
  const first = key === null ? null : reader.firstMoment(key);
  const nothing = {
    site: site.id,
    from: null,
    to: null,
    days: 0,
    isEmpty: first === null,
    unfinished: [],
    saved: 0,
    writes: 0,
    longestWriteMs: 0,
  };
  if (key === null || first === null) return nothing;

  const readAt = now();
  const noted = await store.insightRun(site.id);
  const last = noted?.model === MODEL ? noted : null;
  const begin = dateOf(first, zone);
  // What was said and came in late has its day read again, and all after it.
  const late = last === null ? null : reader.feedback.earliestLate(key, localDay(last.lastDay, zone).to, last.readAt);
  const next = late !== null ? dateOf(late, zone) : last === null ? begin : dayAfter(last.lastDay);
  const asked = run.from === null ? next : earlier(run.from < begin ? begin : run.from, next);
  const known = await knownFacts(run, FIRST, dayAfter(asked, -1));
  const read = firstUnknown(known, begin, asked);
  const themes = new SiteThemes(run, key, await lastThemes(run, read), await store.themeMarks(site.id));
  const work = new SiteWork(
    run,
    key,
    known.filter(({ date }) => date < read),
    themes,
  );
  // What was ordered or spent and came in late, or changed, has its day and those after it counted again.
  const from = work.firstChanged(await knownLinks(run)) ?? read;
  if (from > to) return nothing;
  // Weeks and months that go on after the last of these days are counted to where they are known.
  const isMarkKept = last !== null && late === null && last.lastDay > to;
  const through = isMarkKept ? last.lastDay : to;
  const days = daysBetween(from, earlier(lastEnd(to), through));
  const later = await knownFacts(run, dayAfter(to), through);
  let [saved, writes, longestWriteMs, done] = [0, 0, 0, 0];
  for (const day of days) {
    const isRead = day >= read && day <= to;
    for (const facts of later) if (facts.date === day) work.note(facts);
    const results = isRead ? work.resultsOf(day, isMarkKept ? through : day) : work.recountOf(day, through);
    if (isRead) results.push(...(await takenBack(store, site.id, day, results)));
    // An earlier day that is worked through again does not move the mark back, unless those after it have to be read as well.
    const isMarked = last !== null && (!isRead || (late === null && last.lastDay > day));
    const mark = isMarked ? { lastDay: last.lastDay, readAt: last.readAt } : { lastDay: day, readAt };
    const written = await store.saveInsights(site.id, results, now(), { ...mark, model: MODEL, endedAt: now() });
    saved += written.saved;
    writes += written.writes;
    longestWriteMs = Math.max(longestWriteMs, written.longestWriteMs);
    await rest();
    run.onDay?.({ site: site.id, day, done: ++done, of: days.length });
  }
  longestWriteMs = Math.round(longestWriteMs * 10) / 10;
  const unfinished = PERIOD_KINDS.map((kind) => periodOf(kind, to)).flatMap(({ kind, name, last: end }) => {
    const until = earlier(through, end);
    return until < end ? [{ kind, name, last: end, through: until }] : [];
  });
  return {
    site: site.id,
    from,
    to,
    days: daysBetween(from, to).length,
    isEmpty: false,
    unfinished,
    saved,
    writes,
    longestWriteMs,
  };
}

/** When all periods that a day lies in are over. */
function lastEnd(day: string): string {
  return PERIOD_KINDS.map((kind) => periodOf(kind, day).last).reduce((one, other) => (one > other ? one : other));
}

/** Of some days, both included, in order; not as other code found them. */
async function knownFacts({ store, site }: SiteRun, from: string, to: string): Promise<DayFacts[]> {
  const known = await store.insightResults(site.id, 'facts', { from, to });
  return known.flatMap(({ body, model }) => (model === MODEL ? [JSON.parse(body) as DayFacts] : []));
}

/** The first day before `asked` of which nothing is known: orders may have been brought in that are older than all that was there. */
function firstUnknown(known: readonly DayFacts[], begin: string, asked: string): string {
  const dates = new Set(known.map(({ date }) => date));
  const start = earlier(begin, known[0]?.date ?? begin);
  return asked <= start ? asked : (daysBetween(start, dayAfter(asked, -1)).find((day) => !dates.has(day)) ?? asked);
}

async function knownLinks({ store, site }: SiteRun): Promise<ReadonlyMap<string, string>> {
  const links = await store.insightResults(site.id, LINKS, { from: FIRST, to: LAST });
  return new Map(links.map(({ period, body }) => [period, JSON.parse(body) as string]));
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
