import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backupFile } from '@solodesk/store-sqlite';
import { CommandError } from '../command-error.ts';
import type { Places } from '../places.ts';
import { filesOfBackup, shareFiles } from './backup-files.ts';

/**
 * Copies the database while the server goes on, checks the copy, and puts what people have sent beside it.
 * @returns what to tell the owner.
 */
export async function backup(places: Places, target: string | undefined, now: Date): Promise<string> {
  const file = resolve(target ?? join(places.dataDir, 'backups', `solodesk-${timestamp(now)}.sqlite`));
  if (existsSync(file)) throw new CommandError(`${file} exists already; name another file`);
  mkdirSync(dirname(file), { recursive: true });
  const { conversations, events } = await backupFile(places.database, file);
  const files = shareFiles(join(places.dataDir, 'files'), filesOfBackup(file));
  return [
    `Backed up ${conversations} conversations with ${events} events to ${file} (checked).`,
    ...(files === 0 ? [] : [`Its ${files} files are in ${filesOfBackup(file)}; they belong together.`]),
    `Keep these beside it: ${places.sitesDir} and ${join(places.dataDir, 'secrets')}`,
  ].join('\n');
}

function timestamp(now: Date): string {
  return now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
}
