import type { FaqBook, Product, Site } from '@solodesk/core';
import type { z } from 'zod';
import { checkFaqs, checkSiteFile } from './cross-checks.ts';
import type { Checked } from './cross-checks.ts';
import { faqBookFrom } from './faq-book.ts';
import { faqFile } from './faq-schema.ts';
import { tidyProblems } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { readProducts } from './products-file.ts';
import { readJson } from './json-document.ts';
import { readWithSchema } from './schema-problems.ts';
import type { SiteFiles, SourceFile } from './site-files.ts';
import { siteFrom } from './site-from-file.ts';
import { siteFile } from './site-schema.ts';

export type SiteReading =
  { ok: true; site: Site; book: FaqBook; products: readonly Product[] } | { ok: false; problems: FileProblem[] };

/** Everything that can be said about a site's files without touching the disk. */
export function checkSite(siteId: string, files: SiteFiles): SiteReading {
  const problems = [...files.problems];
  const config = files.siteJson && checkFile(files.siteJson, siteFile, problems);
  const sources = files.faqs.flatMap((file) => checkFile(file, faqFile, problems) ?? []);
  const catalogue = files.products ? readProducts(files.products) : { products: [], problems: [] };
  // A name that is missing may stand in a file that could not be read: then nobody is blamed for it.
  const complete = sources.length === files.faqs.length && files.problems.length === 0;

  problems.push(...checkFaqs(sources, config?.content.languages ?? [], complete, files.articleNames));
  if (config) problems.push(...checkSiteFile(config, sources, complete));
  problems.push(...catalogue.problems);
  if (problems.length > 0 || !config) return { ok: false, problems: tidyProblems(problems) };

  const site = siteFrom(siteId, config.content);
  const book = faqBookFrom(
    sources.map((source) => source.content),
    site.locales,
  );
  return { ok: true, site, book, products: catalogue.products };
}

/** A file that fits its schema; otherwise what is wrong with it is added to `problems`. */
export function checkFile<T extends z.ZodType>(
  source: SourceFile,
  schema: T,
  problems: FileProblem[],
): Checked<z.output<T>> | null {
  const json = readJson(source.file, source.text);
  const reading = json.ok ? readWithSchema(json.document, schema) : json;
  if (json.ok && reading.ok && 'content' in reading) return { document: json.document, content: reading.content };
  if (!reading.ok) problems.push(...reading.problems);
  return null;
}
