import { OPEN_STATES, contactDocument, holdsAll, orderDocument, ticketDocument } from '@solodesk/core';
import type { Contact, Order, SearchDocument, SearchFilter, SearchPage, SearchRequest, Ticket } from '@solodesk/core';
import type { Database, Statement } from 'better-sqlite3';
import { CONTACT_COLUMNS, toContact } from '../records/contact-rows.ts';
import { ORDER_COLUMNS, toOrder } from '../records/order-rows.ts';
import { TICKET_COLUMNS, toTicket } from '../tickets/ticket-rows.ts';
import { indexQuery } from './search-functions.ts';

/** Most rows that one question looks at; the next page goes on from there. */
const LOOKED_AT = 2_000;
const END = Number.MAX_SAFE_INTEGER;

/** A table whose rows are searched. */
interface Searched<T, Row> {
  table: string;
  columns: string;
  /** The column that says whose it is. */
  person: string;
  /** The column that says when it came to be. */
  moment: keyof Row & string;
  read(row: Row, site: string): T;
  documentOf(one: T): SearchDocument;
  fits(one: T, filter: SearchFilter): boolean;
}

/** Words in contacts, tickets or orders: first in what they are called, then in all of them, the newest first. */
class RecordSearch<T extends { readonly key: number }, Row extends { readonly key: number }> {
  readonly #searched: Searched<T, Row>;
  readonly #indexed: Statement<[string, number, number], Row>;
  readonly #ofPerson: Statement<[number, number, number], Row>;

  constructor(db: Database, searched: Searched<T, Row>) {
    const { table, columns, person } = searched;
    this.#searched = searched;
    this.#indexed = db.prepare(`
      SELECT ${columns} FROM search_${table} CROSS JOIN ${table} ON ${table}.key = search_${table}.rowid
      WHERE search_${table} MATCH ? AND search_${table}.rowid < ? AND +${table}.site = ?
      ORDER BY search_${table}.rowid DESC`);
    // Not by the index of the site, in the order of keys: that would be all rows until the person's own are found.
    this.#ofPerson = db.prepare(
      `SELECT ${columns} FROM ${table} WHERE ${person} = ? AND key < ? AND +site = ? ORDER BY key DESC`,
    );
  }

  search(site: string, siteKey: number, { pieces, filter, limit, after }: SearchRequest): SearchPage<T> {
    const { read, documentOf, fits } = this.#searched;
    const hits: { one: T; tier: 0 | 1 }[] = [];
    let looked = 0;
    for (const tier of [0, 1] as const) {
      if (after !== undefined && tier < after.tier) continue;
      const before = after?.tier === tier ? after.key : END;
      const rows =
        filter.contactKey === undefined
          ? this.#indexed.iterate(indexQuery(siteKey, pieces, tier === 0 ? 'head' : 'all'), before, siteKey)
          : this.#ofPerson.iterate(filter.contactKey, before, siteKey);
      for (const row of rows) {
        if (looked++ === LOOKED_AT) return { hits: hits.map((hit) => hit.one), next: { tier, key: row.key + 1 } };
        // Before it is read: taking a row apart costs far more than passing it over.
        if (!this.#isWithin(filter, row)) continue;
        const one = read(row, site);
        const { head, all } = documentOf(one);
        if (holdsAll(head, pieces) !== (tier === 0) || !holdsAll(all, pieces)) continue;
        if (!fits(one, filter)) continue;
        const last = hits.at(-1);
        if (hits.length === limit && last !== undefined)
          return { hits: hits.map((hit) => hit.one), next: { tier: last.tier, key: last.one.key } };
        hits.push({ one, tier });
      }
    }
    return { hits: hits.map(({ one }) => one), next: null };
  }

  #isWithin({ from = -Infinity, to = Infinity }: SearchFilter, row: Row): boolean {
    const moment = Number(row[this.#searched.moment]);
    return moment >= from && moment <= to;
  }
}

export function contactSearch(db: Database) {
  return new RecordSearch<Contact, Parameters<typeof toContact>[0]>(db, {
    ...{ table: 'contact', columns: CONTACT_COLUMNS, person: 'key', read: toContact, documentOf: contactDocument },
    moment: 'created_at',
    fits: ({ locale }, filter) => (filter.locale ?? locale) === locale,
  });
}

export function ticketSearch(db: Database) {
  return new RecordSearch<Ticket, Parameters<typeof toTicket>[0]>(db, {
    ...{ table: 'ticket', columns: TICKET_COLUMNS, person: 'contact', read: toTicket, documentOf: ticketDocument },
    moment: 'created_at',
    fits: (ticket, { state, locale }) =>
      (state === undefined || OPEN_STATES.tickets.includes(ticket.state) === (state === 'open')) &&
      (locale ?? ticket.locale) === ticket.locale,
  });
}

export function orderSearch(db: Database) {
  return new RecordSearch<Order, Parameters<typeof toOrder>[0]>(db, {
    ...{ table: 'shop_order', columns: ORDER_COLUMNS, person: 'contact', read: toOrder, documentOf: orderDocument },
    moment: 'placed_at',
    fits: (order, { state }) => state === undefined || OPEN_STATES.orders.includes(order.status) === (state === 'open'),
  });
}
