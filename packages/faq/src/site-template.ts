import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSiteFolder } from './create-site-folder.ts';
import type { NewFile } from './create-site-folder.ts';
import { withValue } from './edit-json-text.ts';
import type { EditResult } from './edit-result.ts';
import { errorCode } from './read-text-file.ts';
import { isSiteId } from './site-id.ts';

/** Far above any starter pack: a wrong folder is noticed instead of copied. */
const MAX_FILES = 500;
const TEXT = /\.(?:json|md|csv|txt)$/i;

/** What is another in the new site's `site.json`: `at` is where, whose parent the template has. */
export interface TemplateSetting {
  at: readonly string[];
  value: string;
}

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
 * Makes the site `<sitesDir>/<id>` from a template's files, with settings of its own in `site.json`. As `createSiteFolder`: whole or not at
 * all, and never over something that exists.
 */
export async function addSiteFromTemplate(
  templateDir: string,
  sitesDir: string,
  id: string,
  settings: readonly TemplateSetting[] = [],
): Promise<EditResult> {
  const files = await filesIn(templateDir, '');
  return createSiteFolder(
    sitesDir,
    id,
    files.map((file) => (file.path === 'site.json' ? withSettings(file, settings) : file)),
  );
}

function withSettings({ path, content }: NewFile, settings: readonly TemplateSetting[]): NewFile {
  return { path, content: settings.reduce((text, { at, value }) => withValue(text, at, value), String(content)) };
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
