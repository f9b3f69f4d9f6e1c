import type { TicketSieve, TicketViewStore } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from './group-commit.ts';
import type { SiteKeys } from './sites.ts';
import { reading } from './storage-failure.ts';

interface ViewRow {
  id: string;
  name: string;
  sieve: string;
  at: number;
}

export function createTicketViewStore(db: Database, group: GroupCommit, sites: SiteKeys): TicketViewStore {
  const all = db.prepare<[number], ViewRow>(
    'SELECT id, name, sieve, at FROM ticket_view WHERE site = ? ORDER BY at, id',
  );
  const change = db.prepare<[string, string, number, string]>(
    'UPDATE ticket_view SET name = ?, sieve = ? WHERE site = ? AND id = ?',
  );
  const add = db.prepare<[number, string, string, string, number, number, number]>(
    `INSERT INTO ticket_view (site, id, name, sieve, at)
     SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM ticket_view WHERE site = ?) < ?`,
  );
  const drop = db.prepare<[number, string]>('DELETE FROM ticket_view WHERE site = ? AND id = ?');
  return {
    ticketViews: (site) =>
      reading(() =>
        all
          .all(sites.find(site) ?? 0)
          .map(({ sieve, ...row }) => ({ ...row, sieve: JSON.parse(sieve) as TicketSieve })),
      ),
    putTicketView: (site, { id, name, sieve, at }, most) =>
      group.write(() => {
        const key = sites.make(site);
        const text = JSON.stringify(sieve);
        return change.run(name, text, key, id).changes > 0 || add.run(key, id, name, text, at, key, most).changes > 0;
      }),
    dropTicketView: (site, id) => group.write(() => drop.run(sites.find(site) ?? 0, id).changes > 0),
  };
}
