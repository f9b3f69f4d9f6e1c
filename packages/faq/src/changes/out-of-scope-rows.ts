import { createHash } from 'node:crypto';
import type { Localized } from '@solodesk/core';
import { faqFile } from '../schemas/faq-schema.ts';
import { readJson } from '../json-document.ts';
import { readWithSchema } from '../schemas/schema-problems.ts';
import type { SiteFiles } from '../site-files.ts';

/** What one file says that no FAQ answers. */
export interface OutOfScopeRow {
  /** Relative to SITES_DIR. */
  readonly file: string;
  readonly sentences: Localized<string[]>;
  /** Another one for each other content: tells whether somebody changed it meanwhile. */
  readonly version: string;
}

/** The files that say it, in their order; files with mistakes are left out. */
export function outOfScopeRows(files: SiteFiles): OutOfScopeRow[] {
  return files.faqs.flatMap(({ file, text }) => {
    const json = readJson(file, text);
    if (!json.ok) return [];
    const reading = readWithSchema(json.document, faqFile);
    if (!reading.ok || reading.content.outOfScope === undefined) return [];
    const sentences = reading.content.outOfScope;
    const version = createHash('sha256').update(JSON.stringify(sentences)).digest('hex').slice(0, 16);
    return [{ file, sentences, version }];
  });
}
