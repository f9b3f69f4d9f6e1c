import type { Remark, Site, ThemeMark } from '@solodesk/core';
import type { InsightReader } from '@solodesk/store-sqlite';
import { dayAfter, localDay, periodOf } from './days.ts';
import { MODEL } from './model.ts';
import { ownSentiment } from './own-sentiment.ts';
import { productResults } from './product-results.ts';
import type { ProductLook } from './product-results.ts';
import { saidRows, saidText } from './said-rows.ts';
import type { SaidReader, SaidRow } from './said-rows.ts';
import { marksOn } from './theme-chain.ts';
import { themeResults } from './theme-results.ts';
import type { LanguageParts } from './theme-results.ts';
import type { ThemeResults } from './theme-shapes.ts';

/** Days whose messages are looked at for themes. */
const THEME_DAYS = 28;
/** Themes of more messages than this take seconds to find: they are looked for at the end of each week only. */
const QUICK = 300;

/** Begins the ids of the themes that this code found. */
const VERSION = MODEL.replace(/\D+/, '');

/** Kinds of results that not every day has. */
export const THEME_KINDS = ['themes', 'raised', 'products'] as const;

export interface ThemeSource {
  readonly site: Pick<Site, 'timeZone'>;
  readonly reader: SaidReader & Pick<InsightReader, 'scores'>;
  readonly languages: LanguageParts;
  /** Null: it sells nothing that has a name. */
  readonly goods: ProductLook | null;
}

/** A site's themes from day to day. */
export class SiteThemes {
  readonly #run: ThemeSource;
  readonly #key: number;
  readonly #marks: readonly ThemeMark[];
  #last: ThemeResults | null;
  /** Asked for once: what is kept later is of later messages. */
  #unanswered: ReadonlySet<string> | null = null;

  /** @param last what was found before the first day @param marks all of the owner's, also those of later days */
  constructor(run: ThemeSource, key: number, last: ThemeResults | null, marks: readonly ThemeMark[]) {
    this.#run = run;
    this.#key = key;
    this.#last = last;
    this.#marks = marks;
  }

  /** What a day brings, by kinds of results; days have to come in order. None on most days of a large site. */
  resultsOf(date: string): [kind: string, body: unknown][] {
    const { reader, site } = this.#run;
    const startOf = (day: string) => localDay(day, site.timeZone).from;
    const read = (first: string, through: string) =>
      saidRows(reader, this.#key, startOf(first), localDay(through, site.timeZone).to);
    const first = dayAfter(date, 1 - THEME_DAYS);
    const isWeekEnd = periodOf('week', date).last === date;
    if (!isWeekEnd && this.#isMuch(startOf(first), localDay(date, site.timeZone).to)) return [];
    const now = read(first, date);
    const earlier = read(dayAfter(first, -THEME_DAYS), dayAfter(first, -1));
    const scores = reader.scores(this.#key, startOf(dayAfter(first, -THEME_DAYS)), localDay(date, site.timeZone).to);
    const given = this.#run.languages;
    const sentiment = ownSentiment(given.sentiment, given.reader, [...earlier, ...now], scores);
    const languages = { ...given, sentiment };
    const sorted = this.#last?.sorted ?? null;
    const unsortedFrom = sorted === null ? 0 : startOf(dayAfter(sorted));
    const { results, raised, themeOf } = themeResults(
      { first, through: date },
      { now, earlier, unsortedFrom },
      languages,
      {
        before: {
          last: this.#last,
          marks: marksOn(date, this.#marks, VERSION),
          textOf: (remark) => saidText(reader, this.#key, remark, languages.foldScript),
        },
        ...{ sorted, model: VERSION },
      },
    );
    this.#last = results;
    // Also where it is nothing: a day that is worked through again may have had something before.
    return [
      ['themes', results],
      ['raised', raised],
      ...this.#productsOf(now, themeOf, { first, through: date }, languages),
    ];
  }

  /** Without reading all of it: a large site's four weeks are looked at each day, and worked through once a week. */
  #isMuch(from: number, to: number): boolean {
    const { reader } = this.#run;
    let count = 0;
    for (const rows of [reader.feedback.said(this.#key, from, to), reader.messages(this.#key, from, to)]) {
      for (const _ of rows) if (++count > QUICK) return true;
    }
    return false;
  }

  #productsOf(
    rows: readonly SaidRow[],
    themeOf: ReadonlyMap<Remark, string>,
    days: { first: string; through: string },
    { sentiment, foldScript }: LanguageParts,
  ): [string, unknown][] {
    const { reader, goods } = this.#run;
    if (goods === null || goods.products.size === 0) return [];
    const unanswered = (this.#unanswered ??= reader.unanswered(this.#key));
    return [['products', productResults(days, rows, { ...goods, sentiment, foldScript, themeOf, unanswered })]];
  }
}
