import type { Locale } from '@solodesk/core';
import { essence } from '../essence.ts';
import { noteAt, placeWords } from '../lint-rule.ts';
import type { LintContext, LintFaq, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf, outOfScopeOf, testsOf } from '../sentences.ts';

export const testInPhrasings: LintRule = {
  name: 'test-in-phrasings',
  severity: 'warning',
  docs: 'A test that the bot has learned by heart, because it is an example too: it proves nothing.',
  *check({ faqs, files, languages }: LintContext): Iterable<LintNote> {
    for (const locale of languages) {
      const places = placesOf(faqs, files, locale);
      for (const faq of faqs) {
        for (const { text, expect, path } of testsOf(faq, locale)) {
          const place = places.get(expect)?.get(essence(text));
          if (place === undefined) continue;
          const message = `this test proves nothing: the bot learns "${text}" from ${place}; test with other words`;
          yield noteAt(faq.document, path, message);
        }
      }
    }
  },
};

/** Intent (or "none"), then essence, to where the example stands. */
function placesOf(
  faqs: readonly LintFaq[],
  files: LintContext['files'],
  locale: Locale,
): Map<string, Map<string, string>> {
  const none = files.flatMap((file) =>
    outOfScopeOf(file, locale).map(({ text, path }) => [essence(text), placeWords(file.document, path)] as const),
  );
  return new Map([
    ['none', new Map(none)],
    ...faqs.map((faq) => {
      const examples = examplesOf(faq, locale);
      const places = examples.map(({ text, path }) => [essence(text), placeWords(faq.document, path)] as const);
      return [faq.entry.intent, new Map(places)] as const;
    }),
  ]);
}
