export { backupFile } from './backup-file.ts';
export { DataInUseError, lockData } from './data-lock.ts';
export type { DataLock } from './data-lock.ts';
export { verifyDatabase } from './backup.ts';
export type { DatabaseFacts } from './backup.ts';
export { DatabaseDamagedError, DatabaseTooNewError } from './database-errors.ts';
export { openSqliteStore } from './sqlite-store.ts';
export type { SqliteStore, SqliteStoreOptions } from './sqlite-store.ts';
