import { join } from 'node:path';
import { checkSite } from '../check-site.ts';
import type { SiteReading } from '../check-site.ts';
import { editSiteFile, newProblems, withFile } from '../editing/edit-site-file.ts';
import type { Edit } from '../editing/edit-site-file.ts';
import { wholeFileProblem } from '../file-problem.ts';
import type { FileProblem } from '../file-problem.ts';
import { readSiteFiles } from '../site-files.ts';
import type { SiteFiles } from '../site-files.ts';
import { removeFileIf } from '../editing/write-file-atomically.ts';
import type { FaqChange } from './faq-change.ts';
import type { FaqRefusal } from './faq-refusal.ts';
import { planFaqChange } from './plan-faq-change.ts';

export type FaqChangeResult =
  { ok: true; /** What was written; null when nothing had to be. */ edit: Edit | null } | ({ ok: false } & FaqRefusal);

/** A change as it would be, beside what is. */
export interface FaqPreview {
  filesBefore: SiteFiles;
  filesAfter: SiteFiles;
  before: SiteReading;
  after: SiteReading;
}

/** What a change would come to. Nothing is written. */
export async function previewFaqChange(
  sitesDir: string,
  siteId: string,
  change: FaqChange,
): Promise<{ ok: true; preview: FaqPreview } | ({ ok: false } & FaqRefusal)> {
  const files = await readSiteFiles(sitesDir, siteId);
  const edit = planFaqChange(files, siteId, change);
  if ('reason' in edit) return { ok: false, ...edit };
  const problems = newProblems(siteId, files, edit);
  if (problems.length > 0) return { ok: false, reason: 'invalid', problems };
  const filesAfter = withFile(files, edit);
  return {
    ok: true,
    preview: { filesBefore: files, filesAfter, before: checkSite(siteId, files), after: checkSite(siteId, filesAfter) },
  };
}

/**
 * Writes a change into the file of its FAQ, as the file is now: what others changed elsewhere in it stays. Nothing is
 * written when the site would not be good afterwards.
 */
export async function changeFaqs(sitesDir: string, siteId: string, change: FaqChange): Promise<FaqChangeResult> {
  let refusal: FaqRefusal | null = null;
  let written: Edit | null = null;
  const result = await editSiteFile(sitesDir, siteId, (files) => {
    const edit = planFaqChange(files, siteId, change);
    refusal = 'reason' in edit ? edit : null;
    written = 'reason' in edit ? null : edit;
    return 'reason' in edit ? edit.problems : edit;
  });
  if (result.ok) return { ok: true, edit: unlessSame(written) };
  if (refusal !== null) return { ok: false, ...(refusal as FaqRefusal) };
  return { ok: false, reason: result.reason === 'changed' ? 'changed' : 'invalid', problems: result.problems };
}

/** Takes a change back: the file says what it said before, if nobody has changed it since. */
export async function undoEdit(sitesDir: string, siteId: string, edit: Edit): Promise<FaqChangeResult> {
  const since: FileProblem[] = [wholeFileProblem(edit.file, 'the file was changed since; it is left as it is')];
  const { file, before } = edit;
  if (before === null) {
    const path = join(sitesDir, ...file.split('/'));
    return (await removeFileIf(path, edit.after))
      ? { ok: true, edit: null }
      : { ok: false, reason: 'changed', problems: since };
  }
  let changedSince = false;
  const result = await editSiteFile(sitesDir, siteId, (files) => {
    const source = files.siteJson?.file === file ? files.siteJson : files.faqs.find((each) => each.file === file);
    changedSince = source?.text !== edit.after;
    return changedSince ? since : { file, before: edit.after, after: before };
  });
  if (result.ok) return { ok: true, edit: null };
  return {
    ok: false,
    reason: changedSince || result.reason === 'changed' ? 'changed' : 'invalid',
    problems: result.problems,
  };
}

function unlessSame(edit: Edit | null): Edit | null {
  return edit === null || edit.before === edit.after ? null : edit;
}
