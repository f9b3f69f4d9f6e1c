import { createHash } from 'node:crypto';
import type { FaqEntry } from '../faq-schema.ts';
import { faqFile } from '../faq-schema.ts';
import { readJson } from '../json-document.ts';
import { readWithSchema } from '../schema-problems.ts';
import type { SiteFiles } from '../site-files.ts';

/** One FAQ as it stands in a file. */
export interface FaqRow {
  /** Relative to SITES_DIR. */
  readonly file: string;
  readonly category: string;
  /** Its place among the file's FAQs, from 0. */
  readonly index: number;
  readonly entry: FaqEntry;
  /** Of its first line in the file, from 1. */
  readonly line: number;
  /** Another one for each other content: tells whether somebody changed it meanwhile. */
  readonly version: string;
}

/** The FAQs of all files that can be read, in their order; files with mistakes are left out. */
export function faqRows(files: SiteFiles): FaqRow[] {
  return files.faqs.flatMap(({ file, text }) => {
    const json = readJson(file, text);
    if (!json.ok) return [];
    const reading = readWithSchema(json.document, faqFile);
    if (!reading.ok) return [];
    const { category, faqs } = reading.content;
    return faqs.map((entry, index) => {
      const { line } = json.document.problemAt(['faqs', index], '');
      return { file, category, index, entry, line, version: versionOf(entry) };
    });
  });
}

/** The FAQ of this name, where it stands first. */
export function findFaq(files: SiteFiles, intent: string): FaqRow | null {
  return faqRows(files).find(({ entry }) => entry.intent === intent) ?? null;
}

function versionOf(entry: FaqEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 16);
}
