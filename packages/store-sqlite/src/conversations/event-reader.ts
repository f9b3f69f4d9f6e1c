import type { ConversationStore, LogSlice, StoredEvent } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { CLOSED, EVENT_COLUMNS, toStoredEvent } from './event-rows.ts';
import type { EventRow } from './event-rows.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

/** The log, by conversation and by the site's cursor. */
export function createEventReader(
  db: Database,
  sites: SiteKeys,
): Pick<ConversationStore, 'readLog' | 'findEnd' | 'cursor' | 'eventsAfter'> {
  const select = `SELECT ${EVENT_COLUMNS} FROM event WHERE`;
  const forwards = db.prepare<[number, number, number, number], EventRow>(
    `${select} conversation = ? AND seq > ? AND seq < ? ORDER BY seq LIMIT ?`,
  );
  const backwards = db.prepare<[number, number, number], EventRow>(
    `${select} conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const afterCursor = db.prepare<[number, number, number], EventRow>(
    `${select} site = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  const end = db.prepare<[number, string], EventRow>(
    `${select} conversation = ? AND client_id = ? AND type = ${CLOSED} ORDER BY seq DESC LIMIT 1`,
  );
  const cursor = db.prepare<[number], number | null>('SELECT max(id) FROM event WHERE site = ?').pluck();
  forwards.raw();
  backwards.raw();
  afterCursor.raw();
  end.raw();

  const slice = (key: number, { after, before, limit, maxBytes }: LogSlice): StoredEvent[] => {
    const end = before ?? Number.MAX_SAFE_INTEGER;
    if (after !== undefined) return within(forwards.iterate(key, after, end, limit), maxBytes);
    return within(backwards.iterate(key, end, limit), maxBytes).reverse();
  };

  return {
    readLog: (conversationKey, wanted) => reading(() => slice(conversationKey, wanted)),
    findEnd: (conversationKey, clientId) =>
      reading(() => {
        const row = end.get(conversationKey, clientId);
        return row === undefined ? null : toStoredEvent(row);
      }),
    cursor: (site) => reading(() => cursor.get(sites.find(site) ?? 0) ?? 0),
    eventsAfter: (site, after, limit) =>
      reading(() => afterCursor.all(sites.find(site) ?? 0, after, limit).map(toStoredEvent)),
  };
}

/** Takes rows until their texts exceed the measure; always the first one. */
function within(rows: Iterable<EventRow>, maxBytes = Infinity): StoredEvent[] {
  const events: StoredEvent[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(row[5] ?? '') + (row[7]?.length ?? 0);
    if (bytes > maxBytes && events.length > 0) break;
    events.push(toStoredEvent(row));
  }
  return events;
}
