import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backupDatabase } from './backup.ts';
import type { DatabaseFacts } from './backup.ts';
import { DatabaseDamagedError } from '../database/database-errors.ts';

/**
 * Copies a database file that a server may be using, and checks the copy. Unlike opening the store it migrates nothing.
 * @throws DatabaseDamagedError when there is no such file, or the copy does not pass.
 */
export async function backupFile(file: string, destination: string): Promise<DatabaseFacts> {
  if (!existsSync(file)) throw new DatabaseDamagedError(file, 'there is no such file');
  const db = new Database(file, { readonly: true });
  try {
    return await backupDatabase(db, destination);
  } finally {
    db.close();
  }
}
