import type { Clock } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import { DatabaseTooNewError } from '../database/database-errors.ts';
import type { Migration } from './migration.ts';

export interface MigrateOptions {
  migrations: readonly Migration[];
  clock: Clock;
  /** Called once, before the first of the steps that a database which holds something already is to take. */
  backup: (nextVersion: number) => Promise<void>;
}

/**
 * Brings a database to the newest schema, one transaction a step; a new one all at once, because each transaction waits for
 * the disk. Each step is recorded with the release that can read it, so that an older program can say what it would take.
 * @throws DatabaseTooNewError when a newer program has written it.
 */
export async function migrate(db: Database, { migrations, clock, backup }: MigrateOptions): Promise<void> {
  refuseNewer(db, migrations.length);
  const apply = (steps: readonly Migration[]) =>
    db
      .transaction(() => {
        for (const step of steps) takeStep(db, step, clock);
      })
      .immediate();
  if (schemaVersion(db) === 0) return apply(migrations);
  let isSaved = false;
  for (const migration of migrations) {
    if (schemaVersion(db) >= migration.version) continue;
    // Only what a release has written can be opened by one again: a copy from between two steps is of no use, and would push out that one.
    if (!isSaved) await backup(migration.version);
    isSaved = true;
    apply([migration]);
  }
}

/** Only inside of a transaction. */
function takeStep(db: Database, { version, since, sql }: Migration, clock: Clock): void {
  // Another process may have been faster; the lock is ours now.
  if (schemaVersion(db) >= version) return;
  db.exec(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, since TEXT NOT NULL, at INTEGER NOT NULL)',
  );
  db.exec(sql);
  db.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(version, since, clock.now());
  db.pragma(`user_version = ${version}`);
}

/** @throws DatabaseTooNewError */
export function refuseNewer(db: Database, known: number): void {
  const found = schemaVersion(db);
  if (found > known) throw new DatabaseTooNewError(found, known, releaseOf(db, found));
}

export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

function releaseOf(db: Database, version: number): string | null {
  const recorded = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'migration'`).get();
  if (recorded === undefined) return null;
  return db.prepare<[number], string>('SELECT since FROM migration WHERE version = ?').pluck().get(version) ?? null;
}
