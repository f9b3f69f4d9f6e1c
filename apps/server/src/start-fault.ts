import { dirname } from 'node:path';
import { ConfigError } from './config.ts';
import type { Config } from './config.ts';

type Places = Pick<Config, 'dataDir' | 'sitesDir'>;

/** Codes of the file system, and what whoever starts the desk can do about each. */
const FOLDER: Record<string, string> = {
  EEXIST: 'is no folder; name one, it is made if it is not there',
  ENOTDIR: 'is no folder; name one, it is made if it is not there',
  EACCES: 'may not be written by this user; give it to the user who starts Solodesk',
  EPERM: 'may not be written by this user; give it to the user who starts Solodesk',
  EROFS: 'cannot be written: its file system is read-only',
  ELOOP: 'is a link that leads back to itself; name a folder, it is made if it is not there',
  ENOSPC: 'has no room left; free some, and start again',
};

/** What says that there is no such place says of a folder that is to be made that the place takes none, as `/proc` does. */
const NOT_MADE = 'cannot be made there; name a place on a disk that this user may write to';

/** Codes of SQLite, by their beginnings, and the one of the file system that says the same. */
const SAME_AS: readonly (readonly [string, string])[] = [
  ['SQLITE_FULL', 'ENOSPC'],
  ['SQLITE_IOERR_WRITE', 'ENOSPC'],
  ['SQLITE_CANTOPEN', 'EACCES'],
  ['SQLITE_READONLY', 'EACCES'],
];

/**
 * What keeps the desk from starting because of where its things are kept, as the setting that names the place and what to do.
 * Anything else comes back as it is.
 */
export function explainStart(cause: unknown, { dataDir, sitesDir }: Places): unknown {
  const { code, syscall, path, dest } = (cause ?? {}) as Record<'code' | 'syscall' | 'path' | 'dest', unknown>;
  if (typeof code !== 'string') return cause;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    const back = 'It was left as it is; put a backup back with: npm run -s solodesk -- restore FILE';
    return new ConfigError('DATA_DIR', `the database in ${dataDir} is damaged, or none. ${back}`, cause);
  }
  const sqlite = SAME_AS.find(([start]) => code.startsWith(start));
  const remedy = code === 'ENOENT' && syscall === 'mkdir' ? NOT_MADE : FOLDER[sqlite?.[1] ?? code];
  if (remedy === undefined) return cause;
  if (sqlite !== undefined) return new ConfigError('DATA_DIR', `${dataDir} ${remedy}`, cause);
  const places = [path, dest].filter((one) => typeof one === 'string');
  // Making a folder fails at the first of its parents that stands in the way.
  const lies = (folder: string) => places.some((one) => isIn(one, folder) || isIn(folder, one));
  // The sites usually lie in the other one.
  const isOfSites = places.some((one) => isIn(one, sitesDir)) && !isIn(dataDir, sitesDir);
  if (isOfSites || (lies(sitesDir) && !lies(dataDir))) {
    return new ConfigError('SITES_DIR', `${sitesDir} ${remedy}`, cause);
  }
  return lies(dataDir) ? new ConfigError('DATA_DIR', `${dataDir} ${remedy}`, cause) : cause;
}

function isIn(path: string, folder: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (at === folder) return true;
    if (at === dirname(at)) return false;
  }
}
