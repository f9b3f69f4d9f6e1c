import { join } from 'node:path';
import { isSiteId } from '@solodesk/faq';
import { UsageError } from '../command-error.ts';
import { siteFolders } from '../faq/site-folders.ts';
import type { SiteFolder } from '../faq/site-folders.ts';
import type { Places } from '../places.ts';

/**
 * The one site that a command is about: by its id in SITES_DIR, or by its folder; without either the only one there is.
 * @throws UsageError where there is none, or more than one
 */
export async function oneSite(places: Places, site: string | undefined): Promise<SiteFolder> {
  const dir = site !== undefined && isSiteId(site) ? join(places.sitesDir, site) : site;
  const folders = await siteFolders(places, dir);
  const [only, ...others] = folders;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(`name one site with --site: ${folders.map(({ id }) => id).join(', ')}`);
}
