import type { Locale } from '@solodesk/core';
import { tryQuestion } from '@solodesk/core/use-cases';
import type { TriedQuestion, TriedSite } from '@solodesk/core/use-cases';
import type { SiteTest } from '@solodesk/faq';

/** What came of one test. */
export interface TestResult extends SiteTest, TriedQuestion {
  passed: boolean;
}

export interface TestCounts {
  total: number;
  passed: number;
}

/** How a language fared: questions with an answer, and those that must be left to a person. */
export interface LanguageCounts {
  answerable: TestCounts;
  outOfScope: TestCounts;
}

/** Asks every test's question as the first message of somebody unknown, in the test's language, and sees what the bot would do. */
export function runTests(tests: readonly SiteTest[], tested: TriedSite): TestResult[] {
  return tests.map((test) => {
    const outcome = tryQuestion({ text: test.ask, locale: test.locale, expected: test.expect }, tested);
    return { ...test, ...outcome, passed: outcome.got === test.expect };
  });
}

export function countByLanguage(
  results: readonly TestResult[],
  locales: readonly Locale[],
): Partial<Record<Locale, LanguageCounts>> {
  return Object.fromEntries(
    locales.map((locale) => {
      const own = results.filter((result) => result.locale === locale);
      return [
        locale,
        {
          answerable: counts(own.filter(({ expect }) => expect !== 'none')),
          outOfScope: counts(own.filter(({ expect }) => expect === 'none')),
        },
      ];
    }),
  );
}

export function counts(results: readonly TestResult[]): TestCounts {
  return { total: results.length, passed: results.filter(({ passed }) => passed).length };
}
