import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

/** As the batch: bytes of a transaction, and the rest between two. */
const [SIZE, REST_MS] = [100_000, 5];

/**
 * What a transaction costs on this machine's disk that does nothing but write one row of `SIZE` bytes into a file of its own, with the settings of the
 * program's database. @returns the longest of `count`, from its beginning until it is committed, in milliseconds
 */
export async function longestPlainWrite(file: string, count: number): Promise<number> {
  const db = new Database(file);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0');
    db.exec('CREATE TABLE plain (body BLOB)');
    const insert = db.prepare('INSERT INTO plain (body) VALUES (?)');
    const bytes = randomBytes(SIZE);
    let longest = 0;
    for (let n = 0; n < count; n++) {
      const began = performance.now();
      db.transaction(() => insert.run(bytes))();
      longest = Math.max(longest, performance.now() - began);
      await pause(REST_MS);
    }
    return longest;
  } finally {
    db.close();
  }
}
