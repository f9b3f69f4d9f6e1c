import Database from 'better-sqlite3';
import { addSearchFunctions } from '../search/search-functions.ts';

/** How long one attempt may block the process for a lock that another one holds. Milliseconds. */
const BUSY_TIMEOUT = 20;

/**
 * Opens a file as the desk uses it. `synchronous=FULL` syncs the write-ahead log at each commit: that is what an ack
 * promises. The checkpoint comes late, because it writes each page that changed once, however often it did. What is deleted,
 * or written anew elsewhere on its page, is overwritten with zeros: an erased person must not be found in the file.
 *
 * The cache is small, because nearly every commit that splits a page of an index looks at all that is in it (SQLite sorts the new pages by
 * way of a page number that is past the end, and then drops what lies there); what is not in it the system has in its own cache.
 */
export function openConnection(file: string): Database.Database {
  const db = new Database(file, { timeout: BUSY_TIMEOUT });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 16000');
  db.pragma('secure_delete = ON');
  db.pragma('cache_size = -8000');
  db.pragma('temp_store = MEMORY');
  addSearchFunctions(db);
  return db;
}
