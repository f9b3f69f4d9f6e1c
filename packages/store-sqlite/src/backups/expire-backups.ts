import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const DAY_MS = 86_400_000;
/** The folder with what people have sent ends like this, beside the database that knows of it. */
const FILES = '.files';

export interface OldBackup {
  readonly file: string;
  /** When it was made. UTC milliseconds. */
  readonly at: number;
}

/**
 * Backups that the program itself has made and that are older than so many days: those from before migrations, what a restore
 * put aside, and the ones of `solodesk backup` in its usual folder. A file of another name is somebody's own.
 * @param database path of the database
 */
export function oldBackups(database: string, days: number, now: number): OldBackup[] {
  const folder = dirname(database);
  const name = basename(database);
  const isOurs = (file: string) =>
    !file.endsWith(FILES) &&
    (file.startsWith(`${name}.before-v`) || file.startsWith(`${name}.replaced-`) || file === `${name}.part`);
  const found = [
    ...filesIn(folder)
      .filter(isOurs)
      .map((file) => join(folder, file)),
    ...filesIn(join(folder, 'backups'))
      .filter((file) => /^solodesk-.*\.sqlite$/.test(file))
      .map((file) => join(folder, 'backups', file)),
  ];
  return found
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .filter(({ at }) => at < now - days * DAY_MS)
    .sort((a, b) => a.at - b.at);
}

/** Removes them, with the files of people that belong to them; which they were. */
export function expireBackups(database: string, days: number, now: number): OldBackup[] {
  const old = oldBackups(database, days, now);
  for (const { file } of old) {
    rmSync(`${file.replace(/\.sqlite$/, '')}${FILES}`, { recursive: true, force: true });
    rmSync(file, { force: true });
  }
  return old;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // No backup was ever made.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
