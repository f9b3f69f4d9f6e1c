import type { Locale } from '@solodesk/core';
import { lintContext } from '../lint/lint-site.ts';
import { examplesOf } from '../lint/sentences.ts';
import type { SiteFiles } from '../site-files.ts';

/** A sentence that the bot learns, as it stands in a FAQ file. */
export interface SiteExample {
  /** Relative to SITES_DIR. */
  file: string;
  line: number;
  column: number;
  intent: string;
  locale: Locale;
  text: string;
}

/** The questions and phrasings of a site in its languages, in the order of its files; those of files that are broken are left out. */
export function siteExamples(files: SiteFiles): SiteExample[] {
  const { faqs, languages } = lintContext(files);
  return faqs.flatMap((faq) =>
    languages.flatMap((locale) =>
      examplesOf(faq, locale).map(({ text, path }) => {
        const { file, line, column } = faq.document.problemAt(path, '');
        return { file, line, column, intent: faq.entry.intent, locale, text: text.trim() };
      }),
    ),
  );
}
