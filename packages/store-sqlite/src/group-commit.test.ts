import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLog } from '@solodesk/core/testing';
import Database from 'better-sqlite3';
import { GroupCommit } from './group-commit.ts';
import { temporaryDirectory } from './testing/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

afterAll(directory.remove);

describe('group commit', () => {
  let db: Database.Database;
  let group: GroupCommit;
  let said: string[];
  let rollbacks: number;
  const insert = (n: number) => () => Number(db.prepare('INSERT INTO t VALUES (?)').run(n).lastInsertRowid);
  const stored = () => db.prepare<[], number>('SELECT n FROM t ORDER BY rowid').pluck().all();
  const commits = () => said.filter((sql) => sql === 'COMMIT').length;

  beforeEach(() => {
    said = [];
    rollbacks = 0;
    db = new Database(directory.file(`${++files}.db`), { verbose: (sql) => void said.push(String(sql)) });
    db.exec('CREATE TABLE t (n INTEGER UNIQUE)');
    group = new GroupCommit(db, {
      log: silentLog,
      capacity: 700,
      onBegin: () => undefined,
      onRollback: () => rollbacks++,
    });
  });

  it('writes what comes within one turn of the event loop in one transaction', async () => {
    const ids = await Promise.all([1, 2, 3].map((n) => group.write(insert(n))));
    expect(ids).toEqual([1, 2, 3]);
    expect(commits()).toBe(1);
    await group.write(insert(4));
    expect(commits()).toBe(2);
  });

  it('resolves nothing before the commit', async () => {
    let committed = 0;
    const writes = [1, 2].map((n) => group.write(insert(n)).then(() => (committed += commits())));
    await Promise.all(writes);
    expect(committed).toBe(2);
  });

  it('refuses one that throws, alone, and writes the others', async () => {
    const results = await Promise.allSettled([1, 2, 2, 3].map((n) => group.write(insert(n))));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(results[2]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_UNIQUE' } });
    expect(stored()).toEqual([1, 2, 3]);
    expect(rollbacks).toBe(1);
  });

  it('leaves nothing of a write that failed in its middle', async () => {
    const half = group.write(() => {
      insert(1)();
      throw new Error('changed its mind');
    });
    const whole = group.write(insert(2));
    await expect(half).rejects.toThrow('changed its mind');
    await whole;
    expect(stored()).toEqual([2]);
  });

  it('survives a group in which everything fails', async () => {
    const fail = () => {
      throw new Error('no');
    };
    const results = await Promise.allSettled([group.write(fail), group.write(fail)]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(await group.write(insert(1))).toBe(1);
  });

  it('turns those away who come when too many wait', async () => {
    const results = await Promise.allSettled(Array.from({ length: 710 }, (_, n) => group.write(insert(n))));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(10);
    expect(refused[0]).toMatchObject({ reason: { name: 'DeskError', kind: 'unavailable' } });
    expect(stored()).toHaveLength(700);
    // No transaction holds more than 500, so that a flood lets others in between.
    expect(commits()).toBe(2);
  });
});
