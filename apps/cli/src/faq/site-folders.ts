import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isSiteId, listSiteIds } from '@solodesk/faq';
import { UsageError } from '../command-error.ts';
import type { Places } from '../places.ts';

/** A site's folder: `<sitesDir>/<id>`. */
export interface SiteFolder {
  sitesDir: string;
  id: string;
}

/**
 * The sites that a command is about: the one in the folder `dir`, those in it when it is a folder of sites, or without `dir` those of
 * the server's SITES_DIR.
 * @throws UsageError where there is none
 */
export async function siteFolders(places: Places, dir: string | undefined): Promise<SiteFolder[]> {
  if (dir === undefined) return sitesIn(places.sitesDir, 'name a site folder, or set SITES_DIR or DATA_DIR');
  const path = resolve(dir);
  if (!(await isFolder(path))) {
    const words = (await exists(path)) ? `${shown(path)} is no folder` : `there is no folder at ${shown(path)}`;
    throw new UsageError(`${words}${(await siteAround(path)) ?? (await hint(path))}`);
  }
  const around = (await isSite(path)) ? null : await siteAround(path);
  if (around !== null) throw new UsageError(`${shown(path)} is a part of a site${around}`);
  if (!(await isSite(path))) return sitesIn(path, 'a site folder has a site.json and a folder faq/ with *.json');
  const id = basename(path);
  if (isSiteId(id)) return [{ sitesDir: dirname(path), id }];
  throw new UsageError(
    `"${id}" cannot be the name of a site folder; rename it to lower-case letters, digits and hyphens (at most 40)`,
  );
}

async function sitesIn(sitesDir: string, advice: string): Promise<SiteFolder[]> {
  const sites = await sitesAt(sitesDir);
  if (sites.length === 0) throw new UsageError(`there is no site in ${shown(sitesDir)}; ${advice}`);
  return sites;
}

async function sitesAt(sitesDir: string): Promise<SiteFolder[]> {
  const ids = await listSiteIds(sitesDir);
  const found = await Promise.all(
    ids.map(async (id) => ((await isSite(join(sitesDir, id))) ? [{ sitesDir, id }] : [])),
  );
  return found.flat();
}

async function isSite(path: string): Promise<boolean> {
  return (await exists(join(path, 'site.json'))) || (await isFolder(join(path, 'faq')));
}

/** The site that a path leads into, where the site itself was meant; null where it leads into none. */
async function siteAround(path: string): Promise<string | null> {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    if ((await exists(join(folder, 'site.json'))) && isSiteId(basename(folder))) {
      return `; name the folder of the whole site: ${shown(folder)}`;
    }
  }
  return null;
}

/** What is there instead, when the path is a little wrong. */
async function hint(path: string): Promise<string> {
  const parent = dirname(path);
  // Not every folder that could be a site is one: beside /nope lies all of a machine.
  const ids = (await sitesAt(parent)).map(({ id }) => id);
  return ids.length === 0 ? '' : `; in ${shown(parent)} there is: ${ids.slice(0, 10).join(', ')}`;
}

async function isFolder(path: string): Promise<boolean> {
  return (await statOrNull(path))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await statOrNull(path)) !== null;
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** A path as it can be opened from where the caller stands. */
export function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' ? '.' : near.startsWith('..') ? path : near;
}
