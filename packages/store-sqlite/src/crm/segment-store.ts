import { searchFold } from '@solodesk/core';
import type { Contact, SegmentStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { CONTACT_COLUMNS, toContact } from '../records/contact-rows.ts';
import type { ContactRow } from '../records/contact-rows.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { VISITOR_COLUMNS, toVisitor } from '../visitors/visitor-rows.ts';
import type { VisitorRow } from '../visitors/visitor-rows.ts';
import { contactWhere } from './contact-where.ts';

/** Numbers of contacts that are looked at between two turns of the chats: a few milliseconds with the dearest filter. */
const SLICE = 4_000;

export function createSegmentStore(db: Database, sites: SiteKeys): SegmentStore {
  const range = db.prepare<[number], { first: number | null; last: number | null }>(
    'SELECT min(key) AS first, max(key) AS last FROM contact WHERE site = ?',
  );
  const blocked = db.prepare<[number, number, number], VisitorRow>(`
    SELECT ${VISITOR_COLUMNS} FROM visitor
    WHERE site = ? AND key < ? AND blocked <> 'no' ORDER BY key DESC LIMIT ?`);
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    async contactsBy(site, filter, { now, limit, search = '', before = Number.MAX_SAFE_INTEGER }) {
      const where = contactWhere(filter, now);
      const key = sites.find(site) ?? 0;
      const { first, last } = await reading(() => range.get(key) ?? { first: null, last: null });
      const found: Contact[] = [];
      if (first === null || last === null) return found;
      const select = db.prepare<[Record<string, string | number>], ContactRow>(`
        SELECT ${CONTACT_COLUMNS} FROM contact
        WHERE site = @site AND key < @below AND key >= @from AND (@search = '' OR instr(search, @search) > 0) AND ${where.sql}
        ORDER BY key DESC LIMIT @limit`);
      const words = searchFold(search);
      for (let below = Math.min(before, last + 1); below > first && found.length < limit; below -= SLICE) {
        const page = { site: key, below, from: below - SLICE, search: words, limit: limit - found.length };
        const rows = await reading(() => select.all({ ...where.values, ...page }));
        found.push(...rows.map((row) => toContact(row, site)));
        if (found.length < limit) await turn();
      }
      return found;
    },

    async contactsOfSegment(site, filter, { now, after, limit }) {
      const where = contactWhere(filter, now);
      const key = sites.find(site) ?? 0;
      const { first, last } = await reading(() => range.get(key) ?? { first: null, last: null });
      const found: Contact[] = [];
      if (first === null || last === null) return found;
      const select = db.prepare<[Record<string, string | number>], ContactRow>(
        `SELECT ${CONTACT_COLUMNS} FROM contact
        WHERE site = @site AND key > @above AND key <= @to AND email IS NOT NULL AND ${where.sql} ORDER BY key LIMIT @limit`,
      );
      for (let above = Math.max(after, first - 1); above < last && found.length < limit; above += SLICE) {
        const page = { site: key, above, to: above + SLICE, limit: limit - found.length };
        const rows = await reading(() => select.all({ ...where.values, ...page }));
        found.push(...rows.map((row) => toContact(row, site)));
        if (found.length < limit) await turn();
      }
      return found;
    },

    blockedVisitors: (site, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      reading(() => blocked.all(sites.find(site) ?? 0, before, limit).map((row) => toVisitor(row, site))),

    async countContacts(site, filter, now) {
      const where = contactWhere(filter, now);
      const key = sites.find(site) ?? 0;
      const { first, last } = await reading(() => range.get(key) ?? { first: null, last: null });
      if (first === null || last === null) return 0;
      const count = db
        .prepare<[Record<string, string | number>], number>(
          `SELECT count(*) FROM contact WHERE site = @site AND key >= @from AND key < @below AND ${where.sql}`,
        )
        .pluck();
      let sum = 0;
      for (let from = first; from <= last; from += SLICE) {
        sum += await reading(() => count.get({ ...where.values, site: key, from, below: from + SLICE }) ?? 0);
        await turn();
      }
      return sum;
    },
  };
}
