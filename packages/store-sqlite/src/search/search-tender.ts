import type { Database } from 'better-sqlite3';
import { BOT_MESSAGE, VISITOR_MESSAGE } from '../conversations/event-rows.ts';
import { indexTerms } from './search-functions.ts';

/** Rows between two looks at the clock. */
const CHUNK = 32;
/** Answers of the bot whose terms are kept, some 2 KB each. */
const KEPT_TERMS = 500;

interface EventToIndex {
  id: number;
  site: number;
  conversation: number;
  seq: number;
  type: number;
  text: string | null;
  extra: string | null;
  sensitive: number;
}

/**
 * Whether words are about something sensitive (SQL, of the event `event`): the bot's, by its reason; the visitor's, by what
 * the bot says to them, which is one of the next events.
 */
export const IS_SENSITIVE = `(
  event.type = 1 AND instr(event.reason, '"sensitive":true') > 0
  OR event.type = ${VISITOR_MESSAGE} AND EXISTS (
    SELECT 1 FROM event said INDEXED BY event_sensitive
    WHERE said.conversation = event.conversation AND said.seq > event.seq AND said.seq <= event.seq + 50
      AND said.type = 1 AND instr(said.reason, '"sensitive":true') > 0 AND json_extract(said.extra, '$.replyTo') = event.seq
  )
)`;

/** Puts into the index what is not in it yet: new messages in their order, then rows of before the index, the newest first. */
export class SearchTender {
  readonly #statements;
  readonly #botTerms = new Map<string, string>();

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Rows of before the index that are not in it yet. */
  backlog(): number {
    return this.#statements.backlog.get() ?? 0;
  }

  hasWork(): boolean {
    return this.#statements.hasNew.get() === 1 || this.backlog() > 0;
  }

  /** Only inside a write. Whether there may be more afterwards. */
  tend(budgetMs: number): boolean {
    const until = performance.now() + budgetMs;
    do if (!this.#step()) return false;
    while (performance.now() < until);
    return true;
  }

  #step(): boolean {
    if (this.#indexNew()) return true;
    for (const fill of this.#statements.fills) {
      const low = this.#statements.low.get(fill.kind) ?? 0;
      if (low === 0) continue;
      fill.insert.run(low, CHUNK);
      this.#statements.setLow.run(fill.next.get(low, CHUNK) ?? 0, fill.kind);
      return true;
    }
    return this.#indexOld();
  }

  #indexNew(): boolean {
    const { newEvents, setHigh } = this.#statements;
    const events = newEvents.all(CHUNK);
    for (const event of events) this.#add(event);
    const last = events.at(-1);
    if (last !== undefined) setHigh.run(last.id);
    return last !== undefined;
  }

  #indexOld(): boolean {
    const low = this.#statements.low.get('message') ?? 0;
    if (low === 0) return false;
    const events = this.#statements.oldEvents.all(low, CHUNK);
    for (const event of events) this.#add(event);
    this.#statements.setLow.run(events.length < CHUNK ? 0 : (events.at(-1)?.id ?? 1) - 1, 'message');
    return true;
  }

  /** The bot says the same again and again. */
  #termsOfBot(site: number, text: string): string {
    const key = `${site} ${text}`;
    const known = this.#botTerms.get(key);
    if (known !== undefined) return known;
    const terms = messageTerms(site, text);
    if (this.#botTerms.size >= KEPT_TERMS) this.#botTerms.clear();
    this.#botTerms.set(key, terms);
    return terms;
  }

  #add({ id, site, conversation, seq, type, text, extra, sensitive }: EventToIndex): void {
    if (text === null || type > 2) return;
    if (sensitive === 0) {
      this.#statements.insert.run(id, type === BOT_MESSAGE ? this.#termsOfBot(site, text) : messageTerms(site, text));
      return;
    }
    this.#statements.hide.run(id);
    // What it answers may have been indexed before anybody knew.
    const { replyTo } = extra === null ? { replyTo: undefined } : (JSON.parse(extra) as { replyTo?: number });
    if (type === VISITOR_MESSAGE || replyTo === undefined || replyTo >= seq) return;
    const asked = this.#statements.place.get(conversation, replyTo);
    const low = this.#statements.low.get('message') ?? 0;
    // FTS5 holds for damage what is taken out and was never put in.
    if (!asked?.text || asked.id <= low || this.#statements.isHidden.get(asked.id) !== undefined) return;
    this.#statements.remove.run(asked.id, messageTerms(site, asked.text));
    this.#statements.hide.run(asked.id);
  }
}

function messageTerms(site: number, text: string): string {
  return indexTerms(site, { head: '', all: text });
}

function prepare(db: Database) {
  const event = `SELECT id, site, conversation, seq, type, text, extra, ${IS_SENSITIVE} AS sensitive FROM event`;
  const fill = (kind: string, terms: string) => ({
    kind,
    insert: db.prepare<[number, number]>(`
      INSERT INTO search_${kind} (rowid, terms)
      SELECT key, search_${kind}_terms(${terms}) FROM ${kind} WHERE key <= ? ORDER BY key DESC LIMIT ?`),
    next: db
      .prepare<[number, number], number>(
        `SELECT min(key) - 1 FROM (SELECT key FROM ${kind} WHERE key <= ? ORDER BY key DESC LIMIT ?)`,
      )
      .pluck(),
  });
  return {
    backlog: db.prepare<[], number>('SELECT sum(low) FROM search_progress').pluck(),
    hasNew: db
      .prepare<[], number>(
        `SELECT coalesce(max(id), 0) > (SELECT high FROM search_progress WHERE kind = 'message') FROM event`,
      )
      .pluck(),
    low: db.prepare<[string], number>('SELECT low FROM search_progress WHERE kind = ?').pluck(),
    setLow: db.prepare<[number, string]>('UPDATE search_progress SET low = ? WHERE kind = ?'),
    setHigh: db.prepare<[number]>(`UPDATE search_progress SET high = ? WHERE kind = 'message'`),
    newEvents: db.prepare<[number], EventToIndex>(
      `${event} WHERE id > (SELECT high FROM search_progress WHERE kind = 'message') ORDER BY id LIMIT ?`,
    ),
    oldEvents: db.prepare<[number, number], EventToIndex>(`${event} WHERE id <= ? ORDER BY id DESC LIMIT ?`),
    insert: db.prepare<[number, string]>('INSERT INTO search_message (rowid, terms) VALUES (?, ?)'),
    remove: db.prepare<[number, string]>(
      `INSERT INTO search_message (search_message, rowid, terms) VALUES ('delete', ?, ?)`,
    ),
    hide: db.prepare<[number]>('INSERT OR IGNORE INTO search_hidden (event) VALUES (?)'),
    isHidden: db.prepare<[number], number>('SELECT 1 FROM search_hidden WHERE event = ?').pluck(),
    place: db.prepare<[number, number], { id: number; text: string | null }>(
      'SELECT id, text FROM event WHERE conversation = ? AND seq = ?',
    ),
    fills: [
      fill('ticket', 'site, body, search'),
      fill('contact', 'site, name, email, phone, own_id, id'),
      fill('shop_order', 'site, number, email, status_text, lines'),
    ],
  };
}
