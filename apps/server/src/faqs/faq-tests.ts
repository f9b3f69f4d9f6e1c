import { raisedFlag } from '@solodesk/core';
import type { EmergencyPlan, IntentModel } from '@solodesk/core';
import type { SiteTest } from '@solodesk/faq';

export interface FailedTest extends Pick<SiteTest, 'intent' | 'locale' | 'ask' | 'expect'> {
  /** The intent that would be answered, "none", or "emergency" for the emergency number. */
  got: string;
}

/** The tests of FAQ files that a model does not pass; red flags come before it, as they do where visitors write. */
export function failedTests(
  tests: readonly SiteTest[],
  model: IntentModel,
  emergency: EmergencyPlan | null,
): FailedTest[] {
  return tests.flatMap(({ intent, locale, ask, expect }) => {
    const [best] = model.understand(ask, locale).guesses;
    const sure = best !== undefined && best.confidence >= model.thresholds.answer ? best.intent : 'none';
    const got = emergency !== null && raisedFlag(ask, emergency) ? 'emergency' : sure;
    return got === expect ? [] : [{ intent, locale, ask, expect, got }];
  });
}
