import type { EditResult } from './edit-result.ts';
import { renderJson, withValue } from './edit-json-text.ts';
import { editSiteFile } from './edit-site-file.ts';
import type { Edit } from './edit-site-file.ts';
import type { FaqEntry } from '../schemas/faq-schema.ts';
import { readJson } from '../json-document.ts';
import type { SiteFiles } from '../site-files.ts';

/**
 * Appends FAQs to the first file of their category, or to a new one, `faq/<category>.json`. Nothing is written when the
 * site would not be good afterwards (a name that is taken, a language that is missing ...).
 */
export async function addFaqs(
  sitesDir: string,
  siteId: string,
  category: string,
  faqs: readonly FaqEntry[],
): Promise<EditResult> {
  return editSiteFile(sitesDir, siteId, (files) => {
    if (files.siteJson === null) return files.problems;
    return planNewFaqs(files, siteId, category, faqs);
  });
}

/** Where they go, and what that file says then. */
export function planNewFaqs(files: SiteFiles, siteId: string, category: string, faqs: readonly FaqEntry[]): Edit {
  return extended(files, category, faqs) ?? created(files, siteId, category, faqs);
}

function extended(files: SiteFiles, category: string, faqs: readonly FaqEntry[]): Edit | null {
  for (const { file, text } of files.faqs) {
    const json = readJson(file, text);
    if (!json.ok || !isOfCategory(json.document.value, category)) continue;
    return { file, before: text, after: faqs.reduce((result, faq) => withValue(result, ['faqs', -1], faq), text) };
  }
  return null;
}

function created(files: SiteFiles, siteId: string, category: string, faqs: readonly FaqEntry[]): Edit {
  const taken = new Set([...files.faqs, ...files.problems].map(({ file }) => file.toLowerCase()));
  let file = `${siteId}/faq/${category}.json`;
  for (let number = 2; taken.has(file); number++) file = `${siteId}/faq/${category}-${number}.json`;
  return { file, before: null, after: `${renderJson({ category, faqs })}\n` };
}

function isOfCategory(value: unknown, category: string): boolean {
  const file = value as { category?: unknown; faqs?: unknown } | null;
  return file !== null && typeof file === 'object' && file.category === category && Array.isArray(file.faqs);
}
