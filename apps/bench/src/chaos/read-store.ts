import Database from 'better-sqlite3';
import type { LoggedEvent, StoredConversation } from './history.ts';

/** The places of `event.type`, as the store numbers them. */
const TYPES = [
  'visitor_message',
  'bot_message',
  'owner_message',
  'handoff',
  'takeover',
  'hand_back',
  'closed',
  'reopened',
  'erased',
] as const;

interface EventRow {
  conversation: number;
  seq: number;
  at: number;
  type: number;
  client_id: string | null;
  extra: string | null;
}

/** How far the store is, in a few numbers. */
export interface StoreHead {
  /** The last `seq` by conversation id. */
  lastSeq: ReadonlyMap<string, number>;
  /** The last event number by site. */
  lastId: ReadonlyMap<string, number>;
  /** Conversations in which the bot owes an answer. */
  owing: number;
}

function reading<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true, timeout: 2000 });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** Reads the store's file itself, past all code of the server: every conversation that was begun since then. */
export function readStore(file: string, since: number): StoredConversation[] {
  return reading(file, (db) => {
    const conversations = db
      .prepare<[number], { key: number; id: string; site: string }>(
        `SELECT conversation.key AS key, conversation.id AS id, site.id AS site
         FROM conversation JOIN site ON site.key = conversation.site WHERE created_at >= ?`,
      )
      .all(since);
    const events = db.prepare<[number], EventRow>(
      'SELECT conversation, seq, at, type, client_id, extra FROM event WHERE conversation = ? ORDER BY seq, id',
    );
    return conversations.map(({ key, id, site }) => ({ id, site, visitor: key, events: events.all(key).map(toEvent) }));
  });
}

/** How far the store is with the conversations that were begun since then. */
export function readHead(file: string, since: number): StoreHead {
  return reading(file, (db) => {
    const rows = db
      .prepare<[number], { id: string; last_seq: number; bot_due: string }>(
        'SELECT id, last_seq, bot_due FROM conversation WHERE created_at >= ?',
      )
      .all(since);
    const ids = db
      .prepare<[], { site: string; last: number }>(
        'SELECT site.id AS site, max(event.id) AS last FROM event JOIN site ON site.key = event.site GROUP BY site.id',
      )
      .all();
    return {
      lastSeq: new Map(rows.map((row) => [row.id, row.last_seq])),
      lastId: new Map(ids.map((row) => [row.site, row.last])),
      owing: rows.filter((row) => row.bot_due !== '').length,
    };
  });
}

function toEvent({ seq, at, type, client_id, extra }: EventRow): LoggedEvent {
  const { replyTo, by } = (extra === null ? {} : JSON.parse(extra)) as Pick<LoggedEvent, 'replyTo' | 'by'>;
  return {
    seq,
    at,
    type: TYPES[type] ?? `type ${type}`,
    ...(client_id !== null && { clientId: client_id }),
    ...(replyTo !== undefined && { replyTo }),
    ...(by !== undefined && { by }),
  };
}
