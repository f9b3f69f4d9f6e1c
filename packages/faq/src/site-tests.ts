import { LOCALES } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import { checkFile } from './check-site.ts';
import { faqFile } from './schemas/faq-schema.ts';
import type { SiteFiles } from './site-files.ts';

/** A test as it stands in a FAQ file. */
export interface SiteTest {
  /** Relative to SITES_DIR. */
  file: string;
  /** Of the question, from 1. */
  line: number;
  column: number;
  /** The FAQ that it stands in. */
  intent: string;
  locale: Locale;
  /** What a visitor might write. */
  ask: string;
  /**
   * The intent that must be understood, "none" when the bot must not answer, "product" when it must answer from the catalogue,
   * "emergency" when it must give the emergency number.
   */
  expect: string;
}

/**
 * The tests of a site in some of its languages, in the order of its files; those of files that are broken are left out.
 * @param locales usually the site's: an FAQ may hold tests in one that it does not speak (yet)
 */
export function siteTests(files: SiteFiles, locales: readonly Locale[]): SiteTest[] {
  return files.faqs.flatMap((source) => {
    const checked = checkFile(source, faqFile, []);
    if (!checked) return [];
    const { document, content } = checked;
    return content.faqs.flatMap(({ intent, tests }, faq) =>
      LOCALES.filter((locale) => locales.includes(locale)).flatMap((locale) =>
        (tests?.[locale] ?? []).map(({ ask, expect }, index) => {
          const { file, line, column } = document.problemAt(['faqs', faq, 'tests', locale, index, 'ask'], '');
          return { file, line, column, intent, locale, ask: ask.trim(), expect };
        }),
      ),
    );
  });
}
