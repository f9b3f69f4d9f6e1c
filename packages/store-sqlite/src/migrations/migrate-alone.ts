import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { DataInUseError, lockData } from '../database/data-lock.ts';
import type { DataLock } from '../database/data-lock.ts';
import { DatabaseTooOldError } from '../database/database-errors.ts';
import { schemaVersion } from './migrate.ts';

/** How long another process may take to bring the same database up to date. Milliseconds. */
const PATIENCE = 5_000;
const RETRY_PAUSE = 50;

/**
 * Migrates a database under the lock of its data: a server that holds it knows the schema that there is, and would fail with each
 * message if a newer program (its own batch job, after an upgrade under its feet) changed it meanwhile. New databases, and those that need
 * nothing, need no lock.
 * @param newest the schema version that this program knows
 * @throws DatabaseTooOldError while such a server runs
 */
export async function migrateAlone(
  db: Database,
  directory: string,
  newest: number,
  migrate: () => Promise<void>,
): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const found = schemaVersion(db);
    if (found === 0 || found >= newest) return migrate();
    const lock = tryLock(directory);
    if (lock !== null) return migrate().finally(() => lock.release());
    if (performance.now() > deadline) throw new DatabaseTooOldError(found, newest);
    await pause(RETRY_PAUSE);
  }
}

function tryLock(directory: string): DataLock | null {
  try {
    return lockData(directory);
  } catch (error) {
    if (error instanceof DataInUseError) return null;
    throw error;
  }
}
