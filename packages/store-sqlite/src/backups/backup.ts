import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseDamagedError } from '../database/database-errors.ts';
import { refuseNewer, schemaVersion } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { sqliteCode } from '../database/storage-failure.ts';

/** How many backups from before migrations are kept. */
const KEPT = 3;
/** Pages copied in one turn of the event loop: about a millisecond. */
const PAGES_PER_TURN = 200;

export interface DatabaseFacts {
  schema: number;
  conversations: number;
  events: number;
}

/**
 * Copies a database in use to a file, checks the copy, and only then gives it its name. Chats go on meanwhile; the check
 * itself takes about a second for a million messages, so it belongs into a process of its own where that matters.
 * @throws DatabaseDamagedError when the copy does not pass.
 */
export async function backupDatabase(db: Database.Database, destination: string): Promise<DatabaseFacts> {
  return copyDatabase(db, destination, `${destination}.part`, () => true);
}

/** @param isWanted whether the copy shall have the name, by what is in it */
async function copyDatabase(
  db: Database.Database,
  destination: string,
  part: string,
  isWanted: (facts: DatabaseFacts) => boolean,
): Promise<DatabaseFacts> {
  rmSync(part, { force: true });
  try {
    await db.backup(part, { progress: () => PAGES_PER_TURN });
    makeSelfContained(part);
    const facts = await verifyDatabase(part);
    if (isWanted(facts)) {
      renameSync(part, destination);
      sync(dirname(destination));
    }
    return facts;
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${part}${suffix}`, { force: true });
  }
}

/**
 * Checks a file whole: that it is a Solodesk database, not newer than this program, and intact.
 * @throws DatabaseDamagedError, DatabaseTooNewError
 */
export async function verifyDatabase(file: string): Promise<DatabaseFacts> {
  if (!existsSync(file)) throw new DatabaseDamagedError(file, 'there is no such file');
  const db = new Database(file, { readonly: true });
  try {
    const schema = schemaVersion(db);
    if (schema === 0) throw new DatabaseDamagedError(file, 'this is not a Solodesk database');
    refuseNewer(db, MIGRATIONS.length);
    const complaints = db.pragma('integrity_check(5)') as { integrity_check: string }[];
    if (complaints[0]?.integrity_check !== 'ok') {
      throw new DatabaseDamagedError(file, complaints.map((row) => row.integrity_check).join('; '));
    }
    const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    return { schema, conversations: count('conversation'), events: count('event') };
  } catch (cause) {
    if (sqliteCode(cause) === null) throw cause;
    throw new DatabaseDamagedError(file, String(cause), { cause });
  } finally {
    db.close();
  }
}

/**
 * Saves the database before a migration as `<name>.before-v<N>` and keeps the three newest of those. Several processes may do so at once: each
 * copies into a file of its own, and a copy of what another one has migrated meanwhile is none from before.
 */
export async function backupBeforeMigration(
  db: Database.Database,
  file: string,
  directory: string,
  nextVersion: number,
): Promise<string> {
  const prefix = `${basename(file)}.before-v`;
  const destination = join(directory, `${prefix}${nextVersion}`);
  const isFromBefore = ({ schema }: DatabaseFacts) => schema < nextVersion;
  await copyDatabase(db, destination, `${destination}.${randomUUID()}.part`, isFromBefore);
  const backups = readdirSync(directory)
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .sort((a, b) => Number(b.slice(prefix.length)) - Number(a.slice(prefix.length)));
  for (const old of backups.slice(KEPT)) rmSync(join(directory, old), { force: true });
  return destination;
}

/** One file without a write-ahead log beside it, on disk. */
function makeSelfContained(file: string): void {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  sync(file);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
