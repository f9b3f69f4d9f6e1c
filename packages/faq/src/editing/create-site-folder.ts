import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkSite } from '../check-site.ts';
import type { EditResult } from './edit-result.ts';
import { wholeFileProblem } from '../file-problem.ts';
import { errorCode } from '../read-text-file.ts';
import { isSiteId } from '../site-id.ts';
import type { SiteFiles } from '../site-files.ts';
import { syncFolder, writeDurably } from './write-file-atomically.ts';

/** A file of a new site: its path in the site's folder, with forward slashes, and what it holds. */
export interface NewFile {
  path: string;
  content: string | Uint8Array;
}

/**
 * Makes `<sitesDir>/<id>` with these files. The folder appears whole or not at all; an existing one is left alone (`exists`), and one that
 * the server would refuse is not made (`invalid`).
 */
export async function createSiteFolder(sitesDir: string, id: string, files: readonly NewFile[]): Promise<EditResult> {
  if (!isSiteId(id)) {
    const message = 'a site is named with lower-case letters, digits and hyphens only (at most 40)';
    return { ok: false, reason: 'invalid', problems: [wholeFileProblem(JSON.stringify(id), message)] };
  }
  const reading = checkSite(id, siteFilesOf(id, files));
  if (!reading.ok) return { ok: false, reason: 'invalid', problems: reading.problems };

  const folder = join(sitesDir, id);
  const temporary = join(sitesDir, `.${id}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeAll(temporary, files);
    if ((await exists(folder)) || !(await renamed(temporary, folder))) {
      const problems = [wholeFileProblem(id, 'there is already a folder of this name')];
      return { ok: false, reason: 'exists', problems };
    }
    await syncFolder(sitesDir);
    return { ok: true };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function siteFilesOf(id: string, files: readonly NewFile[]): SiteFiles {
  const texts = files.flatMap(({ path, content }) =>
    typeof content === 'string' ? [{ file: `${id}/${path}`, text: content }] : [],
  );
  return {
    siteJson: texts.find(({ file }) => file === `${id}/site.json`) ?? null,
    faqs: texts.filter(({ file }) => file.startsWith(`${id}/faq/`)),
    forms: texts.filter(({ file }) => file.startsWith(`${id}/forms/`)),
    problems: [],
  };
}

async function writeAll(folder: string, files: readonly NewFile[]): Promise<void> {
  const folders = new Set([folder]);
  for (const { path, content } of files) {
    const target = join(folder, ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    folders.add(dirname(target));
    await writeDurably(target, content);
  }
  for (const written of folders) await syncFolder(written);
}

/** False when somebody else made the folder in the meantime. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(errorCode(error)) && (await exists(to))) return false;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
