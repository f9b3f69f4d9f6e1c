import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockData, verifyDatabase } from '@solodesk/store-sqlite';
import type { Places } from '../places.ts';
import { filesOfBackup, shareFiles } from './backup-files.ts';

/**
 * Puts a checked backup in the place of the database. What was there is kept beside it, so that nothing is lost by
 * restoring the wrong file. Refused while a server runs on these data.
 */
export async function restore(places: Places, source: string, now: Date): Promise<string> {
  const file = resolve(source);
  const lock = lockData(places.dataDir);
  try {
    const part = `${places.database}.restoring`;
    const { conversations, events } = await verifyDatabase(file);
    copyFileSync(file, part);
    await verifyDatabase(part);
    const kept = keepPresent(places.database, now);
    const present = join(places.dataDir, 'files');
    // To the restored database what came later is nobody's, and the server sweeps it.
    if (kept !== null) shareFiles(present, filesOfBackup(kept));
    renameSync(part, places.database);
    const files = shareFiles(filesOfBackup(file), present);
    return [
      `Restored ${conversations} conversations with ${events} events from ${file}.`,
      ...(files === 0 ? [] : [`Brought ${files} files back from ${filesOfBackup(file)}.`]),
      ...(kept === null ? [] : [`The database of before is kept as ${kept}`]),
    ].join('\n');
  } finally {
    lock.release();
  }
}

function keepPresent(database: string, now: Date): string | null {
  if (!existsSync(database)) return null;
  const kept = `${database}.replaced-${now.getTime()}`;
  // The write-ahead log belongs to the database: it moves with it, or its last messages would be lost.
  for (const suffix of ['-wal', '']) {
    if (existsSync(`${database}${suffix}`)) renameSync(`${database}${suffix}`, `${kept}${suffix}`);
  }
  rmSync(`${database}-shm`, { force: true });
  return kept;
}
