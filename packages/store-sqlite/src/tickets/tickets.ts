import type { Ticket, TicketActor, TicketFilter, TicketHappening, TicketQuery, TicketStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from '../jobs/outbox-writer.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { TICKET_COLUMNS, toTicket } from './ticket-rows.ts';
import type { TicketRow } from './ticket-rows.ts';
import type { TicketWriter } from './ticket-writer.ts';

/** By the words of the partial indexes (migration 11), so that the planner finds them. */
const STATES: Record<TicketFilter, string> = {
  open: `AND state IN ('new', 'open')`,
  waiting: `AND state = 'waiting'`,
  solved: `AND state IN ('solved', 'closed')`,
  all: '',
};

/** What else a query may ask for: few tickets are open, so that reading them through costs little. */
const SIEVE = {
  category: 'category = @category',
  level: `json_extract(body, '$.level') = @level`,
  dueBefore: 'due_at < @dueBefore',
  hands: `(json_extract(body, '$.route.target.to') = 'owner') = (@hands = 'owner')`,
  complaint: `@complaint AND json_extract(body, '$.complaint') IS NOT NULL`,
} as const;

export function createTicketStore(
  db: Database,
  group: GroupCommit,
  sites: SiteKeys,
  writer: TicketWriter,
): TicketStore {
  const statements = prepare(db);
  const outbox = new OutboxWriter(db);
  const own = (row: TicketRow) => toTicket(row, sites.idOf(row.site));
  const one = (row: TicketRow | undefined): Ticket | null => (row === undefined ? null : own(row));

  return {
    drawTicketNumber: (site) =>
      group.write(() => {
        const number = statements.draw.get(sites.make(site));
        if (number === undefined) throw new Error('no number was drawn');
        return number;
      }),

    saveTicket: (change, entries = []) =>
      group.write(() => {
        if (!writer.fits([change])) return { kind: 'conflict' };
        const ticket = writer.apply(change, null);
        outbox.add(sites.make(ticket.site), entries);
        return { kind: 'saved', ticket };
      }),

    findTicket: (site, id) => reading(() => one(statements.byId.get(id, sites.find(site) ?? 0))),
    findTicketByNumber: (site, number) => reading(() => one(statements.byNumber.get(sites.find(site) ?? 0, number))),
    ticketsOfConversation: (site, conversationKey) =>
      reading(() => statements.ofConversation.all(conversationKey, sites.find(site) ?? 0).map(own)),

    ticketsOfContact: (site, contactKey, limit) =>
      reading(() => statements.ofContact.all(contactKey, sites.find(site) ?? 0, limit).map(own)),

    tickets: (site, query) => reading(() => list(db, sites.find(site) ?? 0, query).map(own)),

    countTickets: (site) =>
      reading(() => {
        const key = sites.find(site) ?? 0;
        const count = (filter: 'open' | 'waiting' | 'solved') => statements.count[filter].get(key) ?? 0;
        return { open: count('open'), waiting: count('waiting'), solved: count('solved') };
      }),

    ticketHistory: (site, ticketKey) =>
      reading(() =>
        statements.history.all(ticketKey, sites.find(site) ?? 0).map(({ at, by, what }) => ({
          at,
          by: JSON.parse(by) as TicketActor,
          what: JSON.parse(what) as TicketHappening,
        })),
      ),

    solvedTicketsBefore: (moment, limit) => reading(() => statements.solvedBefore.all(moment, limit).map(own)),
    ticketsToRescore: (moment, limit) => reading(() => statements.toRescore.all(moment, limit).map(own)),
  };
}

/**
 * A page of the list. Words are looked for in what an index has narrowed down to one site and filter; among all that was ever settled,
 * in that index alone.
 */
function list(db: Database, site: number, query: TicketQuery): TicketRow[] {
  const { filter, words = [], limit, after } = query;
  const byPriority = filter === 'open' || filter === 'waiting';
  const where = [`site = @site ${STATES[filter]}`];
  const values: Record<string, string | number> = { site, limit };
  for (const [name, condition] of Object.entries(SIEVE)) {
    const value = query[name as keyof typeof SIEVE];
    if (value === undefined) continue;
    where.push(condition);
    values[name] = value === true ? 1 : value;
  }
  words.forEach((word, index) => {
    where.push(`instr(search, @word${index}) > 0`);
    values[`word${index}`] = word.toLowerCase();
  });
  if (after !== undefined) {
    const last = db
      .prepare<[number], Pick<TicketRow, 'priority' | 'updated_at'>>(
        'SELECT priority, updated_at FROM ticket WHERE key = ?',
      )
      .get(after);
    if (last !== undefined) {
      Object.assign(values, { after, rank: byPriority ? last.priority : last.updated_at });
      where.push(
        byPriority
          ? 'priority <= @rank AND (priority < @rank OR key > @after)'
          : 'updated_at <= @rank AND (updated_at < @rank OR key < @after)',
      );
    }
  }
  const from = words.length > 0 && !byPriority ? 'ticket INDEXED BY ticket_words' : 'ticket';
  const order = byPriority ? 'priority DESC, key' : 'updated_at DESC, key DESC';
  const sql = `SELECT ${TICKET_COLUMNS} FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT @limit`;
  return db.prepare<[typeof values], TicketRow>(sql).all(values);
}

function prepare(db: Database) {
  const select = `SELECT ${TICKET_COLUMNS} FROM ticket WHERE`;
  const count = (filter: TicketFilter) =>
    db.prepare<[number], number>(`SELECT count(*) FROM ticket WHERE site = ? ${STATES[filter]}`).pluck();
  return {
    draw: db
      .prepare<[number], number>(
        `INSERT INTO ticket_number (site, last) VALUES (?, 1) ON CONFLICT (site) DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .pluck(),
    byId: db.prepare<[string, number], TicketRow>(`${select} id = ? AND site = ?`),
    byNumber: db.prepare<[number, number], TicketRow>(`${select} site = ? AND number = ?`),
    ofConversation: db.prepare<[number, number], TicketRow>(`${select} conversation = ? AND site = ? ORDER BY number`),
    ofContact: db.prepare<[number, number, number], TicketRow>(
      `${select} contact = ? AND site = ? ORDER BY key DESC LIMIT ?`,
    ),
    count: { open: count('open'), waiting: count('waiting'), solved: count('solved') },
    history: db.prepare<[number, number], { at: number; by: string; what: string }>(`
      SELECT ticket_event.at, ticket_event.by, ticket_event.what FROM ticket_event
      JOIN ticket ON ticket.key = ticket_event.ticket
      WHERE ticket_event.ticket = ? AND ticket.site = ? ORDER BY ticket_event.key`),
    solvedBefore: db.prepare<[number, number], TicketRow>(
      `${select} state = 'solved' AND solved_at <= ? ORDER BY solved_at, key LIMIT ?`,
    ),
    toRescore: db.prepare<[number, number], TicketRow>(
      `${select} rescore_at IS NOT NULL AND rescore_at <= ? ORDER BY rescore_at, key LIMIT ?`,
    ),
  };
}
