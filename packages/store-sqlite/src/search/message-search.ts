import { OPEN_STATES, holdsAll } from '@solodesk/core';
import type { ConversationState, Locale, MessageHit, SearchFilter, SearchPage, SearchRequest } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { indexQuery } from './search-functions.ts';
import { IS_SENSITIVE } from './search-tender.ts';

/** Most rows that one question looks at, so that it never keeps the chats for long; the next page goes on from there. */
const LOOKED_AT = 3_000;
/** Clocks are set back now and then; a moment is looked for so much around its place in the log. Milliseconds. */
const CLOCK_SLACK = 3_600_000;
const END = Number.MAX_SAFE_INTEGER;
const FROM = ['visitor', 'bot', 'owner'] as const;

interface Candidate {
  id: number;
  conversation: number;
  seq: number;
  at: number;
  type: number;
  text: string;
  state: ConversationState;
  locale: Locale;
}

/** Words in the log of conversations. */
export class MessageSearch {
  readonly #statements;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  search(site: number, { pieces, filter, limit, after }: SearchRequest): SearchPage<MessageHit> {
    const hits: MessageHit[] = [];
    const seen = new Set<number>();
    let looked = 0;
    for (const row of this.#candidates(site, { pieces, filter, limit, ...(after && { after }) })) {
      if (looked++ === LOOKED_AT) return { hits, next: { tier: 1, key: row.id + 1 } };
      if (seen.has(row.conversation) || !fits(filter, row) || !holdsAll(row.text, pieces)) continue;
      if (this.#statements.isSensitive.get(row.id) === 1) continue;
      seen.add(row.conversation);
      if (after !== undefined && this.#wasShown(row, after.key, { pieces, filter, limit })) continue;
      if (hits.length === limit) return { hits, next: { tier: 1, key: hits.at(-1)?.id ?? 0 } };
      const { id, conversation: conversationKey, seq, at, type, text } = row;
      hits.push({ id, conversationKey, seq, at, from: FROM[type] ?? 'visitor', text });
    }
    return { hits, next: null };
  }

  /** Messages that may match, the newest first. */
  *#candidates(site: number, { pieces, filter, after }: SearchRequest): Generator<Candidate> {
    const { from, to, contactKey } = filter;
    const end = Math.min(after?.key ?? END, to === undefined ? END : this.#idAt(site, to + CLOCK_SLACK + 1));
    const start = from === undefined ? 0 : this.#idAt(site, from - CLOCK_SLACK);
    if (contactKey !== undefined) {
      yield* this.#statements.ofPerson.iterate(contactKey, site, start, end);
      return;
    }
    // What is not in the index yet is newer than all that is in it.
    yield* this.#statements.unindexed.iterate(site, start, end);
    yield* this.#statements.indexed.iterate(indexQuery(site, pieces, 'all'), start, end, site);
  }

  /** Whether a page before showed this conversation, by a newer message. */
  #wasShown({ conversation, seq }: Candidate, shownTo: number, { pieces, filter }: SearchRequest): boolean {
    for (const row of this.#statements.newer.iterate(conversation, seq, shownTo)) {
      if (!fits(filter, row) || !holdsAll(row.text, pieces)) continue;
      if (this.#statements.isSensitive.get(row.id) !== 1) return true;
    }
    return false;
  }

  /** Number of the first event of a site that happened at a moment or after it; events are nearly in the order of their moments. */
  #idAt(site: number, moment: number): number {
    let low = 0;
    let high = (this.#statements.lastId.get(site) ?? 0) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = this.#statements.firstFrom.get(site, middle);
      if (row === undefined || row.at >= moment) high = middle;
      else low = row.id + 1;
    }
    return low;
  }
}

function fits({ from = -Infinity, to = Infinity, state, locale }: SearchFilter, row: Candidate): boolean {
  if (row.at < from || row.at > to) return false;
  if (state !== undefined && OPEN_STATES.messages.includes(row.state) !== (state === 'open')) return false;
  return (locale ?? row.locale) === row.locale;
}

function prepare(db: Database) {
  const columns =
    'event.id, event.conversation, event.seq, event.at, event.type, event.text, conversation.state, conversation.locale';
  const said = 'event.text IS NOT NULL AND event.type IN (0, 1, 2)';
  return {
    indexed: db.prepare<[string, number, number, number], Candidate>(`
      SELECT ${columns} FROM search_message
      CROSS JOIN event ON event.id = search_message.rowid
      CROSS JOIN conversation ON conversation.key = event.conversation
      WHERE search_message MATCH ? AND search_message.rowid >= ? AND search_message.rowid < ? AND +event.site = ?
        AND ${said}
      ORDER BY search_message.rowid DESC`),
    unindexed: db.prepare<[number, number, number], Candidate>(`
      SELECT ${columns} FROM event CROSS JOIN conversation ON conversation.key = event.conversation
      WHERE event.site = ? AND event.id > (SELECT high FROM search_progress WHERE kind = 'message')
        AND event.id >= ? AND event.id < ? AND ${said}
      ORDER BY event.id DESC`),
    ofPerson: db.prepare<[number, number, number, number], Candidate>(`
      SELECT ${columns} FROM contact
      CROSS JOIN visitor_contact ON visitor_contact.contact = contact.key
      CROSS JOIN conversation ON conversation.key = visitor_contact.visitor
      CROSS JOIN event ON event.conversation = conversation.key
      WHERE contact.key = ? AND contact.site = ? AND event.id >= ? AND event.id < ? AND ${said}
      ORDER BY event.id DESC`),
    newer: db.prepare<[number, number, number], Candidate>(`
      SELECT ${columns} FROM event CROSS JOIN conversation ON conversation.key = event.conversation
      WHERE event.conversation = ? AND event.seq > ? AND event.id >= ? AND ${said}`),
    isSensitive: db.prepare<[number], number>(`SELECT ${IS_SENSITIVE} FROM event WHERE id = ?`).pluck(),
    lastId: db.prepare<[number], number | null>('SELECT max(id) FROM event WHERE site = ?').pluck(),
    firstFrom: db.prepare<[number, number], { id: number; at: number }>(
      'SELECT id, at FROM event WHERE site = ? AND id >= ? ORDER BY id LIMIT 1',
    ),
  };
}
