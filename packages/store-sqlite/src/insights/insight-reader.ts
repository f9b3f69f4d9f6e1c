import Database from 'better-sqlite3';
import { BOT_MESSAGE, ENTRY_TYPES, VISITOR_MESSAGE } from '../conversations/event-rows.ts';
import { IS_SENSITIVE } from '../search/search-tender.ts';
import { FeedbackReader } from './feedback-reader.ts';
import type { ContactRow, LogStep, MessageRow, OrderRow, PromiseRow, ScoreRow, SpendRow } from './insight-rows.ts';

/** How a table is searched whose rows are numbered in the order in which they are stored. */
interface Numbered {
  /** The highest number; null for an empty table. */
  readonly newest: Database.Statement<[], number | null>;
  /** The first row above a number. */
  readonly next: Database.Statement<[number], { id: number; at: number }>;
}

/** A step as it is stored: `extra` of a ticket is JSON. */
type StepRow = Omit<LogStep, 'type' | 'ticket'> & { type: number; extra: string | null };

/** Rows of a read: few enough that it is over before anybody could notice. */
const PAGE = 2_000;
/** How far the clock of a server may have been put back between two entries. Milliseconds. */
const SLACK = 3_600_000;

/**
 * What the batch reads, on a connection of its own that cannot write. Every read is short: none keeps a checkpoint waiting.
 * All moments are UTC milliseconds, `to` exclusive.
 */
export class InsightReader {
  readonly feedback: FeedbackReader;
  readonly #db;
  readonly #statements;

  /** @throws Error when there is no such file */
  constructor(file: string) {
    this.#db = new Database(file, { readonly: true, fileMustExist: true, timeout: 1_000 });
    this.#db.pragma('query_only = ON');
    this.#statements = prepare(this.#db);
    this.feedback = new FeedbackReader(this.#db);
  }

  /** The store's number of a site; null when nothing was stored of it. */
  site(id: string): number | null {
    return this.#statements.site.get(id) ?? null;
  }

  /** When anything of a site was first said, ordered, scored or written elsewhere; null for nothing at all. */
  firstMoment(site: number): number | null {
    return this.#statements.first.get({ site }) ?? null;
  }

  /** Steps of a site's conversations within a time, in the order in which they were stored. */
  *steps(site: number, from: number, to: number): Generator<LogStep> {
    const { events, steps } = this.#statements;
    for (const row of within(from, to, events, (after) => steps.all(site, after, PAGE))) yield toStep(row);
  }

  /** What visitors wrote to a site within a time, but for what is sensitive, in the order in which it was stored. */
  *messages(site: number, from: number, to: number): Generator<MessageRow> {
    const { events, messages } = this.#statements;
    const read = (after: number) => messages.all(site, after, PAGE);
    for (const { wanted, ...row } of within(from, to, events, read)) if (wanted === 1) yield row;
  }

  /** The messages that found no answer, whatever became of them, as `conversation:seq`. */
  unanswered(site: number): ReadonlySet<string> {
    return new Set(this.#statements.unanswered.all(site).map(([conversation, seq]) => `${conversation}:${seq}`));
  }

  /** What a visitor wrote, by the number of its event; null where it was erased, or is none of this site's. */
  message(site: number, event: number): Pick<MessageRow, 'text' | 'conversation' | 'seq'> | null {
    const row = this.#statements.message.get(event, site);
    return row === undefined || row.text === null ? null : { ...row, text: row.text };
  }

  /** What the bot had said in a conversation before one of its messages. */
  saidByBot(conversation: number, seq: number): string[] {
    return this.#statements.ofBot.all(conversation, seq);
  }

  /** The steps of a conversation's current talk before one of them, back to the last end; oldest first. */
  talkBefore(conversation: number, seq: number): LogStep[] {
    const rows = this.#statements.talk.all({ conversation, seq, closed: ENTRY_TYPES.indexOf('closed') });
    return rows.map(toStep);
  }

  promises(site: number, from: number, to: number): PromiseRow[] {
    return this.#statements.promises.all({ site, from, to });
  }

  scores(site: number, from: number, to: number): ScoreRow[] {
    return this.#statements.scores.all(site, from, to);
  }

  *contacts(site: number): Generator<ContactRow> {
    yield* pages((after) => this.#statements.contacts.all(site, after, PAGE));
  }

  *orders(site: number): Generator<OrderRow> {
    yield* pages((after) => this.#statements.orders.all(site, after, PAGE));
  }

  /** Which contact a conversation's visitor is, by the conversation's number. */
  contactOf(conversation: number): number | null {
    return this.#statements.contactOf.get(conversation) ?? null;
  }

  /** From which page a conversation's visitor came first, by the conversation's number; null where that is not known. */
  referrerOf(conversation: number): string | null {
    return this.#statements.referrerOf.get(conversation) ?? null;
  }

  /** How many browsers came for the first time. */
  newVisitors(site: number, from: number, to: number): number {
    const { everyVisitor, visitors } = this.#statements;
    let count = 0;
    const read = (after: number) => visitors.all(after, PAGE);
    for (const row of within(from, to, everyVisitor, read)) if (row.site === site) count++;
    return count;
  }

  spend(site: number): SpendRow[] {
    return this.#statements.spend.all(site);
  }

  close(): void {
    this.#db.close();
  }
}

/** The rows of a time, in the order in which they were stored. @param read a page of those above a number */
function* within<T extends { readonly id: number; readonly at: number }>(
  from: number,
  to: number,
  table: Numbered,
  read: (after: number) => T[],
): Generator<T> {
  let after = lastBefore(from - SLACK, table);
  for (;;) {
    const page = read(after);
    for (const row of page) if (row.at >= from && row.at < to) yield row;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE || last.at >= to + SLACK) return;
    after = last.id;
  }
}

/** All rows of a table, the lowest number first. @param read a page of those above a number */
function* pages<T extends { readonly key: number }>(read: (after: number) => T[]): Generator<T> {
  let after = 0;
  for (;;) {
    const page = read(after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.key;
  }
}

/** The last row before a moment: rows are numbered in the order in which they are stored, so it is searched by halves. */
function lastBefore(moment: number, { newest, next }: Numbered): number {
  let [low, high] = [0, newest.get() ?? 0];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = next.get(middle);
    if (row !== undefined && row.at < moment) low = row.id;
    else high = middle;
  }
  return low;
}

function toStep({ type, extra, ...row }: StepRow): LogStep {
  const name = ENTRY_TYPES[type] ?? 'erased';
  return { ...row, type: name, ticket: name === 'ticket' && extra !== null ? ticketState(extra) : null };
}

function ticketState(extra: string): string {
  const { state, withdrawn } = JSON.parse(extra) as { state: string; withdrawn?: true };
  return withdrawn ? 'withdrawn' : state;
}

function prepare(db: Database.Database) {
  const step = `id, conversation, seq, at, type, CASE type WHEN ${ENTRY_TYPES.indexOf('ticket')} THEN extra END AS extra`;
  return {
    site: db.prepare<[string], number>('SELECT key FROM site WHERE id = ?').pluck(),
    first: db
      .prepare<{ site: number }, number | null>(
        `SELECT min(at) FROM (
           SELECT (SELECT at FROM event WHERE site = @site ORDER BY id LIMIT 1) AS at
           UNION ALL SELECT min(placed_at) FROM shop_order WHERE site = @site
           UNION ALL SELECT min(first_answered_at) FROM survey_request WHERE site = @site AND score IS NOT NULL
           UNION ALL SELECT min(customer_since) FROM contact WHERE site = @site
           UNION ALL SELECT min(at) FROM feedback WHERE site = @site)`,
      )
      .pluck(),
    events: {
      newest: db.prepare<[], number | null>('SELECT max(id) FROM event').pluck(),
      next: db.prepare<[number], { id: number; at: number }>(
        'SELECT id, at FROM event WHERE id > ? ORDER BY id LIMIT 1',
      ),
    } satisfies Numbered,
    steps: db.prepare<[number, number, number], StepRow>(
      `SELECT ${step} FROM event WHERE site = ? AND id > ? ORDER BY id LIMIT ?`,
    ),
    // What is sensitive is in no search and no mail; no theme is named after it either, and none shows it as typical.
    messages: db.prepare<[number, number, number], MessageRow & { wanted: number }>(
      `SELECT id, at, type = ${VISITOR_MESSAGE} AND NOT ${IS_SENSITIVE} AS wanted, conversation, seq, coalesce(text, '') AS text
       FROM event WHERE site = ? AND id > ? ORDER BY id LIMIT ?`,
    ),
    unanswered: db
      .prepare<[number], [number, number]>(
        'SELECT conversation, seq FROM unanswered WHERE site = ? AND conversation IS NOT NULL',
      )
      .raw(true),
    message: db.prepare<[number, number], { text: string | null; conversation: number; seq: number }>(
      `SELECT text, conversation, seq FROM event WHERE id = ? AND site = ? AND type = ${VISITOR_MESSAGE}`,
    ),
    ofBot: db
      .prepare<[number, number], string>(
        `SELECT text FROM event WHERE conversation = ? AND seq < ? AND type = ${BOT_MESSAGE} AND text IS NOT NULL ORDER BY seq`,
      )
      .pluck(),
    talk: db.prepare<{ conversation: number; seq: number; closed: number }, StepRow>(
      `SELECT ${step} FROM event WHERE conversation = @conversation AND seq < @seq AND seq > coalesce(
         (SELECT seq FROM event WHERE conversation = @conversation AND seq < @seq AND type = @closed ORDER BY seq DESC LIMIT 1), 0)
       ORDER BY seq`,
    ),
    // By made_at no promise of the last year is missed: nobody is promised an answer for later than that.
    promises: db.prepare<{ site: number; from: number; to: number }, PromiseRow>(
      `SELECT key, conversation, kept_at IS NOT NULL AND broken_at IS NULL AS kept FROM promise
       WHERE site = @site AND made_at >= @from - 31536000000 AND made_at < @to
         AND coalesce(min(kept_at, broken_at), kept_at, broken_at) >= @from
         AND coalesce(min(kept_at, broken_at), kept_at, broken_at) < @to ORDER BY key`,
    ),
    scores: db.prepare<[number, number, number], ScoreRow>(
      `SELECT key, score, first_answered_at AS at, channel, conversation FROM survey_request
       WHERE site = ? AND first_answered_at >= ? AND first_answered_at < ? AND score IS NOT NULL ORDER BY key`,
    ),
    contacts: db.prepare<[number, number, number], ContactRow>(
      `SELECT key, created_at AS createdAt, customer_since AS customerSince, source FROM contact
       WHERE site = ? AND key > ? ORDER BY key LIMIT ?`,
    ),
    orders: db.prepare<[number, number, number], OrderRow>(
      `SELECT key, contact, placed_at AS placedAt, status, total, currency FROM shop_order
       WHERE site = ? AND key > ? ORDER BY key LIMIT ?`,
    ),
    contactOf: db.prepare<[number], number>('SELECT contact FROM visitor_contact WHERE visitor = ?').pluck(),
    referrerOf: db.prepare<[number], string | null>('SELECT referrer FROM visitor WHERE key = ?').pluck(),
    everyVisitor: {
      newest: db.prepare<[], number | null>('SELECT max(key) FROM visitor').pluck(),
      next: db.prepare<[number], { id: number; at: number }>(
        'SELECT key AS id, created_at AS at FROM visitor WHERE key > ? ORDER BY key LIMIT 1',
      ),
    } satisfies Numbered,
    visitors: db.prepare<[number, number], { id: number; at: number; site: number }>(
      'SELECT key AS id, created_at AS at, site FROM visitor WHERE key > ? ORDER BY key LIMIT ?',
    ),
    spend: db.prepare<[number], SpendRow>(
      'SELECT channel, month, currency, amount FROM marketing_spend WHERE site = ? ORDER BY month, channel, currency',
    ),
  };
}
