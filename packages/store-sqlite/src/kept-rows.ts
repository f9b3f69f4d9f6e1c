import type { Database } from 'better-sqlite3';
import type { GroupCommit } from './group-commit.ts';
import type { SiteKeys } from './sites.ts';
import { reading } from './database/storage-failure.ts';

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly at: number;
}

interface KeptRow extends Kept {
  readonly body: string;
}

export interface KeptRows<T extends Kept> {
  all(site: string): Promise<T[]>;
  /** @returns false when it would be one more than `most` */
  put(site: string, kept: T, most: number): Promise<boolean>;
  drop(site: string, id: string): Promise<boolean>;
}

/**
 * What the owner keeps under names, one table a kind: few rows a site, in the order in which they were kept first.
 * @param column holds what is kept besides its name, as JSON
 */
export function keptRows<T extends Kept, C extends keyof T & string>(
  { db, group, sites }: { db: Database; group: GroupCommit; sites: SiteKeys },
  table: 'ticket_view' | 'canned_reply',
  column: C,
): KeptRows<T> {
  const all = db.prepare<[number], KeptRow>(
    `SELECT id, name, ${column} AS body, at FROM ${table} WHERE site = ? ORDER BY at, id`,
  );
  const change = db.prepare<[string, string, number, string]>(
    `UPDATE ${table} SET name = ?, ${column} = ? WHERE site = ? AND id = ?`,
  );
  const add = db.prepare<[number, string, string, string, number, number, number]>(
    `INSERT INTO ${table} (site, id, name, ${column}, at)
     SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM ${table} WHERE site = ?) < ?`,
  );
  const drop = db.prepare<[number, string]>(`DELETE FROM ${table} WHERE site = ? AND id = ?`);
  return {
    all: (site) =>
      reading(() =>
        all
          .all(sites.find(site) ?? 0)
          .map(({ body, ...row }) => ({ ...row, [column]: JSON.parse(body) as T[C] }) as unknown as T),
      ),
    put: (site, kept, most) =>
      group.write(() => {
        const { id, name, at } = kept;
        const key = sites.make(site);
        const text = JSON.stringify(kept[column]);
        return change.run(name, text, key, id).changes > 0 || add.run(key, id, name, text, at, key, most).changes > 0;
      }),
    drop: (site, id) => group.write(() => drop.run(sites.find(site) ?? 0, id).changes > 0),
  };
}
