import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Conversations of a certain length, written straight into the file of a server that is stopped. */
export interface FillOrder {
  dataDir: string;
  site: string;
  /** Messages altogether. */
  messages: number;
  /** These conversations exist already (with a few messages) and get exactly so many events. */
  grow: readonly { conversation: string; events: number }[];
  /** How many of the others are still open; the rest is closed, as after a day of silence. */
  open: number;
}

/** Events of an ordinary conversation. */
const ORDINARY_LENGTH = 50;
const SPACING_MS = 20_000;
const VISITOR_MESSAGE = 0;
const BOT_MESSAGE = 1;

/** The database of a server, in its data folder. */
export const storeFile = (dataDir: string): string => join(dataDir, 'solodesk.sqlite');

/** Fills a store with conversations of visitor and bot in turn. Resolves to the number of events that it holds then. */
export function fillStore(order: FillOrder): number {
  const db = new Database(storeFile(order.dataDir));
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -200000');
    return db.transaction(() => fill(db, order))();
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}

function fill(db: Database.Database, order: FillOrder): number {
  const site = db.prepare<[string], number>('SELECT key FROM site WHERE id = ?').pluck().get(order.site);
  if (site === undefined) throw new Error(`nothing was ever stored for ${order.site}`);
  const count = db.prepare<[], number>('SELECT count(*) FROM event').pluck();
  const addEvents = eventWriter(db, site);
  const now = Date.now();

  const find = db.prepare<[string], { key: number; last_seq: number; last_at: number }>(
    'SELECT key, last_seq, last_at FROM conversation WHERE id = ?',
  );
  const update = db.prepare(
    'UPDATE conversation SET version = version + 1, last_seq = ?, last_at = ?, last_visitor_at = ? WHERE key = ?',
  );
  for (const { conversation, events } of order.grow) {
    const row = find.get(conversation);
    if (row === undefined) throw new Error(`there is no conversation ${conversation}`);
    addEvents(row.key, row.last_seq + 1, events, row.last_at);
    update.run(events, now, now, row.key);
  }

  const addVisitor = db.prepare(`
    INSERT INTO visitor (site, id, token_hash, created_at, locale, verified, claims, blocked)
    VALUES (?, ?, ?, ?, 'en', 0, '{}', 'no')`);
  const addConversation = db.prepare(`
    INSERT INTO conversation (key, site, id, created_at, version, state, last_seq, last_at, bot_due, unsure_streak,
      last_visitor_at, locale, preview, preview_from, unread, owner_seen_seq, visitor_seen_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, 'en', 'So it was.', 'bot', 0, ?, ?)`);
  const start = count.get() ?? 0;
  const conversations = Math.max(0, Math.ceil((order.messages - start) / ORDINARY_LENGTH));
  for (let made = 0; made < conversations; made++) {
    const isOpen = made >= conversations - order.open;
    const began = now - (isOpen ? 1 : 2 + (conversations - made) * 0.01) * 3_600_000 * (isOpen ? 1 : 24);
    const ended = began + ORDINARY_LENGTH * SPACING_MS;
    const key = Number(addVisitor.run(site, randomUUID(), `filled-${made}-${randomUUID()}`, began).lastInsertRowid);
    const state = isOpen ? 'bot' : 'closed';
    const length = ORDINARY_LENGTH;
    addConversation.run(key, site, randomUUID(), began, length, state, length, ended, ended, length, length);
    addEvents(key, 1, length, began);
  }
  return count.get() ?? 0;
}

/** Writes events `from` to `to` of a conversation: the visitor asks, the bot answers. */
function eventWriter(db: Database.Database, site: number) {
  const insert = db.prepare(`
    INSERT INTO event (site, conversation, seq, at, type, text, client_id, extra, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const reason = JSON.stringify({ kind: 'answered', guesses: [{ intent: 'delivery.time', confidence: 0.97 }] });
  return (conversation: number, from: number, to: number, began: number) => {
    for (let seq = from; seq <= to; seq++) {
      const at = Math.floor(began + seq);
      const asks = seq % 2 === 1;
      if (asks) {
        const text = `How long does delivery take for parcel ${seq} of ${conversation}?`;
        insert.run(site, conversation, seq, at, VISITOR_MESSAGE, text, randomUUID(), null, null);
      } else {
        const text = `Parcel ${seq - 1}: with DHL it takes two to three working days in Germany, four to six elsewhere.`;
        const extra = JSON.stringify({ replyTo: seq - 1 });
        insert.run(site, conversation, seq, at, BOT_MESSAGE, text, null, extra, reason);
      }
    }
  };
}
