import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '@solodesk/core';

export interface AssetsKeeper {
  /** Folder with hashed files, as just built. */
  assetsDir: string;
  /** Where the files of this release and of the one before are kept. */
  keepDir: string;
  log: Log;
}

/**
 * Keeps the hashed files that are served now, and those of the release before: pages that were loaded then go on asking
 * for them. A build wipes its folder, so the copy has to be made while the files are there: at each start.
 * @returns the folder with the files of the release before; it need not exist.
 */
export function keepPreviousAssets({ assetsDir, keepDir, log }: AssetsKeeper): string {
  const current = join(keepDir, 'current');
  const previous = join(keepDir, 'previous');
  try {
    // Names carry their content's hash: the same names are the same files.
    if (!existsSync(assetsDir) || names(assetsDir) === names(current)) return previous;
    const draft = join(keepDir, 'draft');
    rmSync(draft, { recursive: true, force: true });
    cpSync(assetsDir, draft, { recursive: true });
    if (existsSync(current)) {
      rmSync(previous, { recursive: true, force: true });
      renameSync(current, previous);
    }
    renameSync(draft, current);
  } catch (cause) {
    log.warn({ err: cause }, 'the files of this release could not be kept for the next one');
  }
  return previous;
}

function names(folder: string): string {
  return existsSync(folder) ? readdirSync(folder).sort().join('\n') : '';
}
