import type { Database } from 'better-sqlite3';

/** Sites as small numbers: they stand in each row and in three indexes. */
export interface SiteKeys {
  /** Null when nothing was ever stored for this site. */
  find(id: string): number | null;
  /** Only inside a write. */
  make(id: string): number;
  /** @throws Error for a number that was never given out. */
  idOf(key: number): string;
  forget(): void;
}

export function createSiteKeys(db: Database): SiteKeys {
  const select = db.prepare<[string], number>('SELECT key FROM site WHERE id = ?').pluck();
  const selectId = db.prepare<[number], string>('SELECT id FROM site WHERE key = ?').pluck();
  const insert = db.prepare<[string]>('INSERT INTO site (id) VALUES (?)');
  const keys = new Map<string, number>();
  const ids = new Map<number, string>();

  const remember = (id: string, key: number): number => {
    keys.set(id, key);
    ids.set(key, id);
    return key;
  };
  const find = (id: string): number | null => {
    const known = keys.get(id);
    if (known !== undefined) return known;
    const key = select.get(id);
    return key === undefined ? null : remember(id, key);
  };
  return {
    find,
    make: (id) => find(id) ?? remember(id, Number(insert.run(id).lastInsertRowid)),
    idOf(key) {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = selectId.get(key);
      if (id === undefined) throw new Error(`no site has the number ${key}`);
      remember(id, key);
      return id;
    },
    forget() {
      keys.clear();
      ids.clear();
    },
  };
}
