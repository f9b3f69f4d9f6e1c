import Database from 'better-sqlite3';
import type { LoggedEvent, Owed, StoredConversation } from './history.ts';

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
  'ticket',
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
  /** Conversations in which the bot owes an answer, and steps that it was asked to do, whose results answer. */
  owing: number;
}

/** All that is read is of one moment: what is owed and what was said would not fit together otherwise. */
function reading<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true, timeout: 2000 });
  try {
    return db.transaction(() => read(db))();
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
    const steps =
      db.prepare<[], number>(`SELECT count(*) FROM job WHERE kind = 'action' AND state = 'due'`).pluck().get() ?? 0;
    return {
      lastSeq: new Map(rows.map((row) => [row.id, row.last_seq])),
      lastId: new Map(ids.map((row) => [row.site, row.last])),
      owing: rows.filter((row) => row.bot_due !== '').length + steps,
    };
  });
}

/** What is owed to people: all of it, whenever it began. @param received how often a mail arrived, by the id of its entry */
export function readOwed(file: string, received: (id: string) => number): Owed {
  return reading(file, (db) => {
    const tickets = db
      .prepare<[], { site: string; number: number; conversation: string | null }>(
        `SELECT site.id AS site, ticket.number AS number, conversation.id AS conversation
         FROM ticket JOIN site ON site.key = ticket.site LEFT JOIN conversation ON conversation.key = ticket.conversation`,
      )
      .all();
    const mails = db
      .prepare<[], { id: string; state: string }>(
        `SELECT id, state FROM job WHERE kind = 'mail' AND outbox_key IS NOT NULL AND state <> 'dead'`,
      )
      .all();
    const appointments = db
      .prepare<[], { id: string; place: string; from: number; to: number }>(
        `SELECT id, site || ' ' || resource AS place, starts_at AS "from", ends_at AS "to" FROM appointment
         WHERE state = 'booked'`,
      )
      .all();
    return {
      tickets: tickets.map(({ site, number, conversation }) => ({
        name: `${site.toUpperCase()}-T${number}`,
        conversation,
      })),
      mails: mails.map(({ id, state }) => ({ id, isDone: state !== 'due', received: received(id) })),
      appointments,
    };
  });
}

function toEvent({ seq, at, type, client_id, extra }: EventRow): LoggedEvent {
  const { replyTo, by, ask } = (extra === null ? {} : JSON.parse(extra)) as Pick<LoggedEvent, 'replyTo' | 'by'> & {
    ask?: object;
  };
  return {
    seq,
    at,
    type: TYPES[type] ?? `type ${type}`,
    ...(client_id !== null && { clientId: client_id }),
    ...(replyTo !== undefined && { replyTo }),
    ...(by !== undefined && { by }),
    ...(ask !== undefined && { asks: true }),
  };
}
