import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '@solodesk/core';
import { DeskError } from '@solodesk/core';
import { listSiteIds, loadSite } from '@solodesk/faq';
import { openFiles } from '@solodesk/files';
import type { Files } from '@solodesk/files';
import type { RecordSite } from '@solodesk/records';
import { backupFile, openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { CommandError, UsageError } from '../command-error.ts';
import type { Places } from '../places.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
/** How long a database is tried that the server is writing to. Milliseconds. */
const PATIENCE = 30_000;

/** The site that was named, or the only one. @throws CommandError */
export async function siteOf(places: Places, wanted: string | null): Promise<Site> {
  const ids = await listSiteIds(places.sitesDir);
  const id = wanted ?? (ids.length === 1 ? ids[0] : undefined);
  if (id === undefined) {
    throw new UsageError(
      ids.length === 0 ? `there are no sites in ${places.sitesDir}` : `say which site with --site: ${ids.join(', ')}`,
    );
  }
  if (!ids.includes(id)) throw new CommandError(`there is no site "${id}" in ${places.sitesDir}: ${ids.join(', ')}`);
  const reading = await loadSite(places.sitesDir, id);
  if (reading.ok) return reading.site;
  throw new CommandError(reading.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
}

export function factsOf({ defaultLocale, recognise, timeZone }: Site): RecordSite {
  return { locale: defaultLocale, country: recognise.country, currency: recognise.currency, timeZone };
}

/** Works on the database, beside a server that may be running. @throws CommandError when it stays locked or is full */
export async function withStore<T>(places: Places, work: (store: SqliteStore) => Promise<T>): Promise<T> {
  if (!existsSync(places.database)) {
    throw new CommandError(`there is no database in ${places.dataDir} yet; start the server first`);
  }
  const store = await openSqliteStore({ file: places.database, log: silent, patience: PATIENCE });
  try {
    return await work(store);
  } catch (cause) {
    if (!(cause instanceof DeskError && cause.kind === 'unavailable')) throw cause;
    const why = cause.cause instanceof Error ? cause.cause.message : cause.message;
    throw new CommandError(`the database cannot be written (${why}); what was taken stays, and doing it again goes on`);
  } finally {
    await store.close();
  }
}

/** What people have sent: it lies beside the database. */
export function filesIn({ dataDir }: Places, store: SqliteStore): Files {
  return openFiles(join(dataDir, 'files'), store);
}

/** Works on a copy of the database, which is gone afterwards: what a rehearsal writes is never seen. */
export async function withCopy<T>(places: Places, work: (store: SqliteStore) => Promise<T>): Promise<T> {
  // Beside the original, where there is room for a database of its size.
  const folder = mkdtempSync(join(places.dataDir, 'rehearsal-'));
  try {
    const database = join(folder, 'copy.sqlite');
    await backupFile(places.database, database);
    return await withStore({ ...places, database }, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
