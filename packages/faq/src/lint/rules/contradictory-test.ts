import type { Locale } from '@solodesk/core';
import { essence } from '../essence.ts';
import { noteAt, placeWords } from '../lint-rule.ts';
import type { LintContext, LintFaq, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf, testsOf } from '../sentences.ts';

interface Claim {
  intent: string;
  place: string;
}

export const contradictoryTest: LintRule = {
  name: 'contradictory-test',
  severity: 'error',
  docs: 'A test that expects something else than another test of the same words, or than the FAQ that has them as an example.',
  *check({ faqs, languages }: LintContext): Iterable<LintNote> {
    for (const locale of languages) {
      const claims = learned(faqs, locale);
      for (const faq of faqs) {
        for (const { text, expect, path } of testsOf(faq, locale)) {
          const key = essence(text);
          const claim = claims.get(key);
          if (!claim) claims.set(key, { intent: expect, place: placeWords(faq.document, path) });
          else if (claim.intent !== expect) {
            const message = `this test expects "${expect}", but the same words mean "${claim.intent}" in ${claim.place}; decide for one`;
            yield noteAt(faq.document, path, message);
          }
        }
      }
    }
  },
};

function learned(faqs: readonly LintFaq[], locale: Locale): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const faq of faqs) {
    for (const { text, path } of examplesOf(faq, locale)) {
      const key = essence(text);
      if (key === '' || claims.has(key)) continue;
      claims.set(key, { intent: faq.entry.intent, place: placeWords(faq.document, path) });
    }
  }
  return claims;
}
