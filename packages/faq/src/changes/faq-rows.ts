import { createHash } from 'node:crypto';
import { LOCALES } from '@solodesk/core';
import type { Localized } from '@solodesk/core';
import type { FaqEntry } from '../schemas/faq-schema.ts';
import { faqFile } from '../schemas/faq-schema.ts';
import { readJson } from '../json-document.ts';
import { readWithSchema } from '../schemas/schema-problems.ts';
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
  /** What is left for the owner to say in its answer, by the remark `_edit`; null where nothing is. */
  readonly toDo: Localized<string> | null;
}

/** The remark that starter packs put where an owner's own facts belong: a sentence, or one per language. */
export const TO_DO = '_edit';

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
      const toDo = toDoOf(json.document.rawAt(['faqs', index, TO_DO]));
      return { file, category, index, entry, line, version: versionOf(entry), toDo };
    });
  });
}

/** The FAQ of this name, where it stands first. */
export function findFaq(files: SiteFiles, intent: string): FaqRow | null {
  return faqRows(files).find(({ entry }) => entry.intent === intent) ?? null;
}

function toDoOf(remark: unknown): Localized<string> | null {
  if (typeof remark === 'string') return { en: remark };
  if (remark === null || typeof remark !== 'object') return null;
  const texts = LOCALES.flatMap((locale) => {
    const text = (remark as Localized<unknown>)[locale];
    return typeof text === 'string' ? [[locale, text]] : [];
  });
  return texts.length === 0 ? null : Object.fromEntries(texts);
}

function versionOf(entry: FaqEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 16);
}
