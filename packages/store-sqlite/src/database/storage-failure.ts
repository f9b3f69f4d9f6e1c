import { DeskError } from '@solodesk/core';

/**
 * What a failed statement says about the storage under it.
 *
 * - `busy`: another process holds the lock; soon it may not.
 * - `full`: there is no space, or the disk answers with errors; it stays so until somebody does something.
 */
export type StorageFailure = 'busy' | 'full';

/** Extended result codes begin with the primary one (SQLITE_IOERR_WRITE); see https://sqlite.org/rescode.html. */
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_NOMEM'];
const BUSY = ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL'];

/** Null for errors that are not the storage's: a broken constraint, a value that cannot be bound, a bug. */
export function storageFailure(error: unknown): StorageFailure | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  if (BUSY.some((busy) => code.startsWith(busy))) return 'busy';
  if (FULL.some((full) => code.startsWith(full))) return 'full';
  return null;
}

/**
 * SQLite's own code of an error, null when it is none of SQLite's. Not by class: the driver's addon is loaded once a
 * process and keeps the error class of whoever loaded it first.
 */
export function sqliteCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}

export function unavailable(cause: unknown): DeskError {
  return new DeskError('unavailable', 'the database cannot be used just now', { cause });
}

/** Runs a read. @throws DeskError `unavailable` where the storage fails. */
export async function reading<T>(read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    throw storageFailure(error) === null && !isClosed(error) ? error : unavailable(error);
  }
}

/** better-sqlite3 gives this error no code. */
function isClosed(error: unknown): boolean {
  return (error as { message?: unknown } | null)?.message === 'The database connection is not open';
}
