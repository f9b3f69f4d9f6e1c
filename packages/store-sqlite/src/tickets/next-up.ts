import { QUEUE_KINDS } from '@solodesk/core';
import type { NextUpStore, QueueMark } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { TICKET_COLUMNS, toTicket } from './ticket-rows.ts';
import type { TicketRow } from './ticket-rows.ts';

interface MarkRow {
  kind: number;
  subject: number;
  stamp: number;
  until: number | null;
  at: number;
}

export function createNextUpStore(db: Database, group: GroupCommit, sites: SiteKeys): NextUpStore {
  const due = db.prepare<[number, number, number], TicketRow>(`
    SELECT ${TICKET_COLUMNS} FROM ticket
    WHERE site = ? AND state IN ('new', 'open') AND due_at IS NOT NULL AND due_at < ? ORDER BY due_at, key LIMIT ?`);
  // The few who wait are looked up one by one; whoever has many orders is found at the first that was paid.
  const paying = db
    .prepare<[string, number], number>(
      `SELECT link.visitor FROM json_each(?) asked CROSS JOIN visitor_contact link ON link.visitor = asked.value
       WHERE EXISTS (
         SELECT 1 FROM shop_order WHERE contact = link.contact AND site = ? AND total > 0
           AND status NOT IN ('pending', 'cancelled', 'refunded'))`,
    )
    .pluck();
  const marks = db.prepare<[number, number], MarkRow>(
    'SELECT kind, subject, stamp, until, at FROM queue_mark WHERE site = ? ORDER BY at DESC LIMIT ?',
  );
  const put = db.prepare(
    'INSERT OR REPLACE INTO queue_mark (site, kind, subject, stamp, until, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const forget = db.prepare<[number, number]>('DELETE FROM queue_mark WHERE site = ? AND at <= ?');
  const drop = db.prepare<[number, number, number]>(
    'DELETE FROM queue_mark WHERE site = ? AND kind = ? AND subject = ?',
  );
  return {
    ticketsDue: (site, before, limit) =>
      reading(() => due.all(sites.find(site) ?? 0, before, limit).map((row) => toTicket(row, site))),
    payingVisitors: (site, keys) => reading(() => paying.all(JSON.stringify(keys), sites.find(site) ?? 0)),
    queueMarks: (site, limit) =>
      reading(() =>
        marks.all(sites.find(site) ?? 0, limit).flatMap(({ kind, subject, ...rest }): QueueMark[] => {
          const known = QUEUE_KINDS[kind];
          return known === undefined ? [] : [{ place: { kind: known, subject }, ...rest }];
        }),
      ),
    putQueueMark: (site, { place, stamp, until, at }, before) =>
      group.write(() => {
        const key = sites.make(site);
        forget.run(key, before);
        put.run(key, QUEUE_KINDS.indexOf(place.kind), place.subject, stamp, until, at);
      }),
    dropQueueMark: (site, { kind, subject }) =>
      group.write(() => drop.run(sites.find(site) ?? 0, QUEUE_KINDS.indexOf(kind), subject).changes > 0),
  };
}
