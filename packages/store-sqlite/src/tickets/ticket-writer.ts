import { ticketSearchText } from '@solodesk/core';
import type { Ticket, TicketChange } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { SiteKeys } from '../sites.ts';
import { TICKET_COLUMNS, ticketBody, toTicket } from './ticket-rows.ts';
import type { TicketRow } from './ticket-rows.ts';

/** Writes changes of tickets inside of the transaction of what causes them. */
export class TicketWriter {
  readonly #sites: SiteKeys;
  readonly #statements;

  constructor(db: Database, sites: SiteKeys) {
    this.#sites = sites;
    this.#statements = prepare(db);
  }

  /** Whether each was decided on what is stored; asked before anything is written. @throws Error for a number that is used. */
  fits(changes: readonly TicketChange[]): boolean {
    return changes.every(({ expectedVersion, next }) => {
      const version = this.#statements.version.get(this.#sites.find(next.site) ?? 0, next.number) ?? 0;
      if (expectedVersion === 0 && version > 0) throw new Error('this number is used already');
      return version === expectedVersion;
    });
  }

  /** @param conversation that a new ticket came from */
  apply({ expectedVersion, next, history }: TicketChange, conversation: number | null): Ticket {
    const site = this.#sites.make(next.site);
    const values = {
      ...{ site, number: next.number, contact: next.contactKey, version: next.version, state: next.state },
      ...{ category: next.category, priority: next.priority, updatedAt: next.updatedAt, dueAt: next.dueAt },
      ...{ solvedAt: next.solvedAt, rescoreAt: next.rescoreAt, body: ticketBody(next), search: ticketSearchText(next) },
    };
    if (expectedVersion === 0) {
      const { id, createdAt, conversationKey } = next;
      this.#statements.insert.run({ ...values, id, createdAt, conversation: conversationKey ?? conversation });
    } else this.#statements.update.run(values);
    const row = this.#statements.select.get(site, next.number);
    if (row === undefined) throw new Error('a ticket that was written is not there');
    for (const { at, by, what } of history) {
      this.#statements.insertEvent.run(row.key, at, JSON.stringify(by), JSON.stringify(what));
    }
    return toTicket(row, next.site);
  }
}

function prepare(db: Database) {
  return {
    version: db.prepare<[number, number], number>('SELECT version FROM ticket WHERE site = ? AND number = ?').pluck(),
    select: db.prepare<[number, number], TicketRow>(
      `SELECT ${TICKET_COLUMNS} FROM ticket WHERE site = ? AND number = ?`,
    ),
    insert: db.prepare(`
      INSERT INTO ticket (site, number, id, conversation, contact, version, state, category, priority, created_at,
        updated_at, due_at, solved_at, rescore_at, body, search)
      VALUES (@site, @number, @id, @conversation, @contact, @version, @state, @category, @priority, @createdAt,
        @updatedAt, @dueAt, @solvedAt, @rescoreAt, @body, @search)`),
    // A contact that became another one since the ticket was read is no more: its ticket stays with that one.
    update: db.prepare(`
      UPDATE ticket SET contact = iif(EXISTS (SELECT 1 FROM contact WHERE key = @contact), @contact, contact),
        version = @version, state = @state, category = @category,
        priority = @priority, updated_at = @updatedAt, due_at = @dueAt, solved_at = @solvedAt, rescore_at = @rescoreAt,
        body = @body, search = @search
      WHERE site = @site AND number = @number`),
    insertEvent: db.prepare('INSERT INTO ticket_event (ticket, at, by, what) VALUES (?, ?, ?, ?)'),
  };
}
