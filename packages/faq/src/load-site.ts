import { readdir } from 'node:fs/promises';
import { checkSite } from './check-site.ts';
import type { SiteReading } from './check-site.ts';
import { errorCode } from './read-text-file.ts';
import { readSiteFiles } from './site-files.ts';
import { isSiteId } from './site-id.ts';

/**
 * Reads `<sitesDir>/<siteId>` whole, as one consistent reading. Anything wrong in it is a problem with its place; it
 * throws only when the disk itself fails.
 */
export async function loadSite(sitesDir: string, siteId: string): Promise<SiteReading> {
  return checkSite(siteId, await readSiteFiles(sitesDir, siteId));
}

/** The folders that can be sites, sorted; none when `sitesDir` does not exist. */
export async function listSiteIds(sitesDir: string): Promise<string[]> {
  try {
    const entries = await readdir(sitesDir, { withFileTypes: true });
    return entries
      .filter((entry) => isSiteId(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
