import { raisedFlag } from '@solodesk/core';
import type { EmergencyPlan, IntentModel, Locale } from '@solodesk/core';
import type { SiteTest } from '@solodesk/faq';

/** What came of one test. */
export interface TestResult extends SiteTest {
  /** The intent that the bot would answer with, "none" when it would not answer, "emergency" when it would give the emergency number. */
  got: string;
  /** Of the likeliest intent, whether it is enough for an answer or not; 0 when nothing was recognised. */
  confidence: number;
  /** The likeliest intent, or the red flag that was raised; null when nothing was recognised. */
  likeliest: string | null;
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

/** Asks a model every test's question, in the test's language; red flags come before it, as they do where visitors write. */
export function runTests(
  tests: readonly SiteTest[],
  model: IntentModel,
  emergency: EmergencyPlan | null,
): TestResult[] {
  return tests.map((test) => {
    const flag = emergency && raisedFlag(test.ask, emergency);
    if (flag) {
      const passed = test.expect === 'emergency';
      return { ...test, got: 'emergency', confidence: 1, likeliest: flag.name, passed };
    }
    const best = model.understand(test.ask, test.locale).guesses[0];
    const got = best !== undefined && best.confidence >= model.thresholds.answer ? best.intent : 'none';
    return {
      ...test,
      got,
      confidence: best?.confidence ?? 0,
      likeliest: best?.intent ?? null,
      passed: got === test.expect,
    };
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
