import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UNREACHABLE } from './inside-folder.ts';
import { listSiteIds } from '../load-site.ts';
import { errorCode } from '../read-text-file.ts';

/** Of a site; its own folder first. */
const FOLDERS = ['', 'faq', 'forms', 'surveys', 'articles', join('articles', 'images')];

/** Tells a folder from another one that took its place, also where the file system gave that the same number. */
export function identityOf({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev} ${ino} ${birthtimeMs}`;
}

/** By path: which folder stands there now, of `sitesDir` and of all in it that is watched. */
export async function folderIdentities(sitesDir: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const look = async (path: string): Promise<void> => {
    try {
      found.set(path, identityOf(await stat(path)));
    } catch (error) {
      if (!UNREACHABLE.includes(errorCode(error))) throw error;
    }
  };
  await look(sitesDir);
  // One after the other: nobody waits for it, and people chat meanwhile.
  for (const site of await listSiteIds(sitesDir)) {
    for (const folder of FOLDERS) await look(join(sitesDir, site, folder));
  }
  return found;
}
