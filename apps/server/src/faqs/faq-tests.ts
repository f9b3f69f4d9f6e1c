import { tryQuestion } from '@solodesk/core/use-cases';
import type { TriedSite } from '@solodesk/core/use-cases';
import type { SiteTest } from '@solodesk/faq';

export interface FailedTest extends Pick<SiteTest, 'intent' | 'locale' | 'ask' | 'expect'> {
  /** The intent that would be answered, "none", "product" for an answer from the catalogue, or "emergency" for the emergency number. */
  got: string;
}

/** The tests of FAQ files that a bot does not pass. */
export function failedTests(tests: readonly SiteTest[], tried: TriedSite): FailedTest[] {
  return tests.flatMap(({ intent, locale, ask, expect }) => {
    const { got } = tryQuestion({ text: ask, locale, expected: expect }, tried);
    return got === expect ? [] : [{ intent, locale, ask, expect, got }];
  });
}
