import type { FeedbackRecord } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

/** Feedback from elsewhere as the batch reads it; who said it is nothing to it. */
export type FeedbackRow = Pick<FeedbackRecord, 'key' | 'at' | 'text' | 'source' | 'mood' | 'category' | 'rating'>;

/** Rows of a read: few enough that it is over before anybody could notice. */
const PAGE = 2_000;

/** Feedback by the moment at which it was said (UTC milliseconds, `to` exclusive). Every read is short. */
export class FeedbackReader {
  readonly #statements;

  constructor(db: Database) {
    this.#statements = {
      said: db.prepare<{ site: number; from: number; to: number; at: number; key: number }, FeedbackRow>(
        `SELECT key, at, text, source, mood, category, rating FROM feedback
         WHERE site = @site AND at >= @from AND at < @to AND (at, key) > (@at, @key) ORDER BY at, key LIMIT ${PAGE}`,
      ),
      text: db.prepare<[number, number], string>('SELECT text FROM feedback WHERE key = ? AND site = ?').pluck(),
      late: db
        .prepare<[number, number, number], number | null>(
          'SELECT min(at) FROM feedback WHERE site = ? AND at < ? AND received_at >= ?',
        )
        .pluck(),
    };
  }

  /** In the order in which it was said. */
  *said(site: number, from: number, to: number): Generator<FeedbackRow> {
    let [at, key] = [from, 0];
    for (;;) {
      const page = this.#statements.said.all({ site, from, to, at, key });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      ({ at, key } = last);
    }
  }

  /** As it is now; null where there is none of this site, or its words were taken out. */
  text(site: number, key: number): string | null {
    return this.#statements.text.get(key, site) || null;
  }

  /** When the earliest was said of what was said before a moment, and came in from another one on; null for none. */
  earliestLate(site: number, saidBefore: number, receivedFrom: number): number | null {
    return this.#statements.late.get(site, saidBefore, receivedFrom) ?? null;
  }
}
