import type { Locale } from '@solodesk/core';
import type { JsonDocument } from '../../json-document.ts';
import { essence } from '../essence.ts';
import { noteAt, placeWords } from '../lint-rule.ts';
import type { LintContext, LintFaq, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf, outOfScopeOf, testsOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';

interface Claim {
  intent: string;
  place: string;
}

export const contradictoryTest: LintRule = {
  name: 'contradictory-test',
  severity: 'error',
  docs: 'A test that expects something else than another test of the same words, or than the FAQ that has them as an example.',
  *check({ faqs, files, languages }: LintContext): Iterable<LintNote> {
    for (const locale of languages) {
      const claims = learned(faqs, files, locale);
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

function learned(faqs: readonly LintFaq[], files: LintContext['files'], locale: Locale): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const learn = (document: JsonDocument, { text, path }: Sentence, intent: string) => {
    const key = essence(text);
    if (key !== '' && !claims.has(key)) claims.set(key, { intent, place: placeWords(document, path) });
  };
  for (const faq of faqs) {
    for (const sentence of examplesOf(faq, locale)) learn(faq.document, sentence, faq.entry.intent);
  }
  for (const file of files) {
    for (const sentence of outOfScopeOf(file, locale)) learn(file.document, sentence, 'none');
  }
  return claims;
}
