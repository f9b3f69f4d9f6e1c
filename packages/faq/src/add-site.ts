import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSite } from './check-site.ts';
import { wholeFileProblem } from './file-problem.ts';
import { renderJson } from './edit-json-text.ts';
import type { EditResult } from './edit-result.ts';
import { errorCode } from './read-text-file.ts';
import { isSiteId } from './site-id.ts';
import type { SiteJson } from './site-schema.ts';
import { syncFolder, writeDurably } from './write-file-atomically.ts';

/**
 * Creates `<sitesDir>/<id>` with a `site.json` that holds `site`, and a first FAQ file without FAQs. The folder appears
 * whole or not at all; an existing one is left alone (`exists`).
 */
export async function addSite(sitesDir: string, id: string, site: SiteJson): Promise<EditResult> {
  const siteJson = `${renderJson(site)}\n`;
  const faqJson = `${renderJson({ category: 'general', faqs: [] })}\n`;
  if (!isSiteId(id)) {
    const message = 'a site is named with lower-case letters, digits and hyphens only (at most 40)';
    return { ok: false, reason: 'invalid', problems: [wholeFileProblem(JSON.stringify(id), message)] };
  }
  const reading = checkSite(id, {
    siteJson: { file: `${id}/site.json`, text: siteJson },
    faqs: [{ file: `${id}/faq/general.json`, text: faqJson }],
    problems: [],
  });
  if (!reading.ok) return { ok: false, reason: 'invalid', problems: reading.problems };

  const folder = join(sitesDir, id);
  const temporary = join(sitesDir, `.${id}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(join(temporary, 'faq'), { recursive: true });
    await writeDurably(join(temporary, 'site.json'), siteJson);
    await writeDurably(join(temporary, 'faq', 'general.json'), faqJson);
    await syncFolder(join(temporary, 'faq'));
    await syncFolder(temporary);
    if ((await exists(folder)) || !(await renamed(temporary, folder))) {
      return {
        ok: false,
        reason: 'exists',
        problems: [wholeFileProblem(id, 'there is already a folder of this name')],
      };
    }
    await syncFolder(sitesDir);
    return { ok: true };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
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
