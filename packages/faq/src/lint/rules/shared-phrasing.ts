import { essence } from '../essence.ts';
import { noteAt, placeWords } from '../lint-rule.ts';
import type { LintContext, LintFaq, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf, outOfScopeOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';

interface Owned {
  faq: LintFaq;
  sentence: Sentence;
}

export const sharedPhrasing: LintRule = {
  name: 'shared-phrasing',
  severity: 'error',
  docs: 'The same example in two FAQs, or in one and under "outOfScope" (case, width, blanks and punctuation aside): the bot can learn it for one of them only.',
  *check({ faqs, files, languages }: LintContext): Iterable<LintNote> {
    for (const locale of languages) {
      const firsts = new Map<string, Owned>();
      for (const faq of faqs) {
        for (const sentence of examplesOf(faq, locale)) {
          const key = essence(sentence.text);
          const first = firsts.get(key);
          if (!first) {
            if (key !== '') firsts.set(key, { faq, sentence });
          } else if (first.faq.entry.intent !== faq.entry.intent) {
            yield noteAt(faq.document, sentence.path, words(sentence, first));
          }
        }
      }
      for (const file of files) {
        for (const sentence of outOfScopeOf(file, locale)) {
          const first = firsts.get(essence(sentence.text));
          if (first) yield noteAt(file.document, sentence.path, words(sentence, first));
        }
      }
    }
  },
};

function words({ text }: Sentence, { faq, sentence }: Owned): string {
  const place = placeWords(faq.document, sentence.path);
  return `"${text}" is also an example of "${faq.entry.intent}" (${place}); keep it where it belongs`;
}
