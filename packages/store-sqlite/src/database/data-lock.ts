import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './make-folder.ts';
import { storageFailure } from './storage-failure.ts';

/** Another process works on these data. */
export class DataInUseError extends Error {
  constructor(directory: string, options?: ErrorOptions) {
    super(`another Solodesk is running on ${directory}; stop it first`, options);
    this.name = 'DataInUseError';
  }
}

export interface DataLock {
  release(): void;
}

/**
 * Makes this process the only one that works on a data directory. The lock is one of the operating system's, held
 * through a small file of SQLite's own: however the process ends, `kill -9` included, nothing stale stays behind.
 * @throws DataInUseError
 */
export function lockData(directory: string): DataLock {
  makeFolder(directory, 0o700);
  const db = new Database(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (storageFailure(cause) === 'busy') throw new DataInUseError(directory, { cause });
    throw cause;
  }
  return { release: () => db.close() };
}
