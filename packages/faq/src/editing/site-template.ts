import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSiteFolder } from './create-site-folder.ts';
import type { NewFile } from './create-site-folder.ts';
import type { EditResult } from './edit-result.ts';
import { errorCode } from '../read-text-file.ts';
import { isSiteId } from '../site-id.ts';
import { patchedSiteJson } from './update-site-json.ts';
import type { SitePatch } from './update-site-json.ts';

/** Far above any starter pack: a wrong folder is noticed instead of copied. */
const MAX_FILES = 500;
const TEXT = /\.(?:json|md|csv|txt)$/i;

/** Names of the templates in a folder that holds a site folder for each, sorted; none when there is no such folder. */
export async function listTemplates(templatesDir: string): Promise<string[]> {
  try {
    const entries = await readdir(templatesDir, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && isSiteId(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Makes the site `<sitesDir>/<id>` from a template's files, with a patch to its `site.json`. As `createSiteFolder`: whole or not at
 * all, and never over something that exists.
 */
export async function addSiteFromTemplate(
  templateDir: string,
  sitesDir: string,
  id: string,
  patch: SitePatch = {},
): Promise<EditResult> {
  const files = await filesIn(templateDir, '');
  return createSiteFolder(
    sitesDir,
    id,
    files.map(({ path, content }) => ({
      path,
      content: path === 'site.json' ? patchedSiteJson(String(content), patch) : content,
    })),
  );
}

/** Plain files only: links could lead anywhere, and hidden files are editors'. */
async function filesIn(dir: string, folder: string): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const name of (await readdir(join(dir, folder))).sort()) {
    if (name.startsWith('.')) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const stats = await lstat(join(dir, path));
    if (stats.isDirectory()) files.push(...(await filesIn(dir, path)));
    else if (stats.isFile())
      files.push({ path, content: await readFile(join(dir, path), TEXT.test(name) ? 'utf8' : null) });
    if (files.length > MAX_FILES) throw new Error(`${dir} holds more than ${MAX_FILES} files, so it is no template`);
  }
  return files;
}
