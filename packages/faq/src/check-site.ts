import { formsWithActions } from '@solodesk/core';
import type { FaqBook, Form, Product, Site } from '@solodesk/core';
import type { z } from 'zod';
import { illActions, lostInActions, missingInActions } from './checks/action-checks.ts';
import { atOnce } from './at-once.ts';
import { checkFaqs, checkSiteFile } from './checks/cross-checks.ts';
import type { Checked } from './checks/cross-checks.ts';
import { faqBookFrom } from './faq-book.ts';
import { faqFile } from './schemas/faq-schema.ts';
import type { FaqFile } from './schemas/faq-schema.ts';
import { tidyProblems } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { illFormed, lostInForms, missingInForms } from './checks/form-checks.ts';
import { formFrom } from './form-from-file.ts';
import { formFile } from './schemas/form-schema.ts';
import type { FormFile } from './schemas/form-schema.ts';
import { readProducts } from './products-file.ts';
import { readJson } from './json-document.ts';
import { readWithSchema } from './schemas/schema-problems.ts';
import type { SiteFiles, SourceFile } from './site-files.ts';
import { siteFrom } from './site-from-file.ts';
import { lostSurveySegments } from './checks/message-checks.ts';
import { surveyFrom, surveyProblems } from './survey-files.ts';
import { surveyFile } from './schemas/survey-schema.ts';
import type { SurveyFile } from './schemas/survey-schema.ts';
import { siteFile } from './schemas/site-schema.ts';
import type { SiteFile } from './schemas/site-schema.ts';

export type SiteReading =
  | { ok: true; site: Site; book: FaqBook; forms: readonly Form[]; products: readonly Product[] }
  | { ok: false; problems: FileProblem[] };

/** How each kind of file is read by itself. */
export interface FileReaders {
  site(source: SourceFile): FileReading<SiteFile>;
  faqs(source: SourceFile): FileReading<FaqFile>;
  forms(source: SourceFile): FileReading<FormFile>;
  surveys(source: SourceFile): FileReading<SurveyFile>;
  products(source: SourceFile): ReturnType<typeof readProducts>;
}

/** A file that fits its schema, or what is wrong with it. */
export type FileReading<T> = { ok: true; checked: Checked<T> } | { ok: false; problems: readonly FileProblem[] };

export const READERS: FileReaders = {
  site: (source) => readFile(source, siteFile),
  faqs: (source) => readFile(source, faqFile),
  forms: (source) => readFile(source, formFile),
  surveys: (source) => readFile(source, surveyFile),
  products: readProducts,
};

/** Everything that can be said about a site's files without touching the disk. */
export function checkSite(siteId: string, files: SiteFiles): SiteReading {
  return atOnce(checkingSite(siteId, files, READERS));
}

/**
 * The same with pauses (`yield`), between which lie a millisecond or two of work, for a server in which people chat meanwhile.
 * @param readers who remember what they have read save its time
 */
export function* checkingSite(siteId: string, files: SiteFiles, readers: FileReaders): Generator<void, SiteReading> {
  const problems = [...files.problems];
  const keep = <T>(reading: FileReading<T>): Checked<T>[] => {
    if (reading.ok) return [reading.checked];
    problems.push(...reading.problems);
    return [];
  };
  function* read<T>(sourceFiles: readonly SourceFile[], reader: (source: SourceFile) => FileReading<T>) {
    const checked: Checked<T>[] = [];
    for (const source of sourceFiles) {
      checked.push(...keep(reader(source)));
      yield;
    }
    return checked;
  }
  const [config = null] = yield* read(files.siteJson ? [files.siteJson] : [], readers.site);
  const sources = yield* read(files.faqs, readers.faqs);
  const forms = yield* read(files.forms ?? [], readers.forms);
  const surveys = yield* read(files.surveys ?? [], readers.surveys);
  const catalogue = files.products ? readers.products(files.products) : { products: [], problems: [] };
  yield;
  // A name that is missing may stand in a file that could not be read: then nobody is blamed for it.
  const complete = sources.length === files.faqs.length && files.problems.length === 0;

  problems.push(...checkFaqs(sources, config?.content.languages ?? [], complete, files.articleNames));
  yield;
  if (config) problems.push(...checkSiteFile(config, sources, complete));
  yield;
  problems.push(...illFormed(forms), ...missingInForms(forms, config?.content.languages ?? []));
  if (complete) problems.push(...lostInForms(forms, sources));
  yield;
  if (config) {
    problems.push(...illActions(config), ...missingInActions(config));
    yield;
    if (complete) problems.push(...lostInActions(config, forms, sources));
  }
  problems.push(...surveyProblems(surveys, config?.content.languages ?? []));
  if (config) problems.push(...lostSurveySegments(surveys, config.content));
  problems.push(...catalogue.problems);
  yield;
  if (problems.length > 0 || !config) return { ok: false, problems: tidyProblems(problems) };

  const site = {
    ...siteFrom(siteId, config.content),
    surveys: surveys.map(({ content }) => surveyFrom(content)),
  };
  yield;
  const book = faqBookFrom(
    sources.map((source) => source.content),
    site.locales,
  );
  yield;
  const own = forms.map(({ content }) => formFrom(content));
  return { ok: true, site, book, forms: formsWithActions(own, site.actions), products: catalogue.products };
}

/** A file that fits its schema; otherwise what is wrong with it is added to `problems`. */
export function checkFile<T extends z.ZodType>(
  source: SourceFile,
  schema: T,
  problems: FileProblem[],
): Checked<z.output<T>> | null {
  const reading = readFile(source, schema);
  if (reading.ok) return reading.checked;
  problems.push(...reading.problems);
  return null;
}

function readFile<T extends z.ZodType>(source: SourceFile, schema: T): FileReading<z.output<T>> {
  const json = readJson(source.file, source.text);
  if (!json.ok) return json;
  const { document } = json;
  const reading = readWithSchema(document, schema);
  return reading.ok ? { ok: true, checked: { document, content: reading.content } } : reading;
}
