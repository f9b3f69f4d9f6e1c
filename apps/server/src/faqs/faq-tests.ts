import type { IntentModel } from '@solodesk/core';
import type { SiteTest } from '@solodesk/faq';

export interface FailedTest extends Pick<SiteTest, 'intent' | 'locale' | 'ask' | 'expect'> {
  /** The intent that would be answered, or "none". */
  got: string;
}

/** The tests of FAQ files that a model does not pass. */
export function failedTests(tests: readonly SiteTest[], model: IntentModel): FailedTest[] {
  return tests.flatMap(({ intent, locale, ask, expect }) => {
    const [best] = model.understand(ask, locale).guesses;
    const got = best !== undefined && best.confidence >= model.thresholds.answer ? best.intent : 'none';
    return got === expect ? [] : [{ intent, locale, ask, expect, got }];
  });
}
