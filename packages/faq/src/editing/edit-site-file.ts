import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DeskError } from '@solodesk/core';
import { checkSite } from '../check-site.ts';
import type { EditResult } from './edit-result.ts';
import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';
import { errorCode } from '../read-text-file.ts';
import { isInsideSite, readSiteFiles } from '../site-files.ts';
import type { SiteFiles, SourceFile } from '../site-files.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const ATTEMPTS = 5;

/** The file to write, and what it said before (null: it is new). */
export interface Edit {
  file: string;
  before: string | null;
  after: string;
}

/**
 * Reads a site, lets `plan` change one file of it, checks the site that would result, and writes the file if nobody else
 * did meanwhile; otherwise it begins again. Problems that the site had before, in other files, do not stand in the way.
 * @throws DeskError `unavailable`, with the file as it was, where the disk takes nothing
 */
export async function editSiteFile(
  sitesDir: string,
  siteId: string,
  plan: (files: SiteFiles) => Edit | FileProblem[],
): Promise<EditResult> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const files = await readSiteFiles(sitesDir, siteId);
    const edit = plan(files);
    if (Array.isArray(edit)) return { ok: false, reason: 'invalid', problems: edit };
    const problems = newProblems(siteId, files, edit);
    if (problems.length > 0) return { ok: false, reason: 'invalid', problems };
    if (edit.before === edit.after) return { ok: true };
    const path = join(sitesDir, ...edit.file.split('/'));
    await onDisk(edit.file, () => mkdir(dirname(path), { recursive: true }));
    if (!(await isInsideSite(sitesDir, siteId, path))) {
      const message = 'the folder leads out of the site folder; nothing is written there';
      return { ok: false, reason: 'invalid', problems: [wholeFileProblem(edit.file, message)] };
    }
    const written = () => writeFileAtomically(path, edit.after, { onlyIfContent: edit.before });
    if (await onDisk(edit.file, written)) return { ok: true };
  }
  const message = 'the file is being changed by somebody else; try again';
  return { ok: false, reason: 'changed', problems: [wholeFileProblem(siteId, message)] };
}

/** Why a disk takes nothing, by the system's code; somebody has to do something about each. */
const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left on the disk',
  EDQUOT: 'there is no room left for the server on the disk',
  EROFS: 'the disk may only be read',
  EACCES: 'the server may not write there; check the permissions',
  EPERM: 'the server may not write there; check the permissions',
  EIO: 'the disk answers with errors',
};

async function onDisk<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const fault = DISK_FAULTS[errorCode(cause)];
    if (fault === undefined) throw cause;
    throw new DeskError('unavailable', `${file}: ${fault}; nothing was written`, { cause });
  }
}

/** What the site would be refused for after an edit, and was not before. */
export function newProblems(siteId: string, files: SiteFiles, edit: Edit): FileProblem[] {
  const after = problemsOf(siteId, withFile(files, edit));
  if (after.length === 0) return after;
  const before = problemsOf(siteId, files);
  const known = new Set(before.filter(({ file }) => file !== edit.file).map((problem) => identity(problem)));
  return after.filter((problem) => !known.has(identity(problem)));
}

function problemsOf(siteId: string, files: SiteFiles): FileProblem[] {
  const reading = checkSite(siteId, files);
  return reading.ok ? [] : reading.problems;
}

function identity({ file, line, message }: FileProblem): string {
  return JSON.stringify([file, line, message]);
}

/** The files as they would be. */
export function withFile(files: SiteFiles, { file, after }: Edit): SiteFiles {
  const source: SourceFile = { file, text: after };
  if (file.endsWith('/site.json')) return { ...files, siteJson: source };
  const others = files.faqs.filter((faq) => faq.file !== file);
  return { ...files, faqs: [...others, source].sort((a, b) => (a.file < b.file ? -1 : 1)) };
}
