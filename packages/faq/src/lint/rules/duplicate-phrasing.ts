import type { JsonDocument } from '../../json-document.ts';
import { essence } from '../essence.ts';
import { noteAt } from '../lint-rule.ts';
import type { LintContext, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';

export const duplicatePhrasing: LintRule = {
  name: 'duplicate-phrasing',
  severity: 'warning',
  docs: 'The same example twice in one FAQ (case, width, blanks and punctuation aside), or one without letters: it teaches nothing.',
  *check({ faqs, languages }: LintContext): Iterable<LintNote> {
    for (const faq of faqs) {
      for (const locale of languages) {
        const firsts = new Map<string, Sentence>();
        const examples = examplesOf(faq, locale);
        // A file has to have one: where it is the question's own words, it cannot be taken out.
        if (faq.entry.phrasings[locale]?.length === 1 && sameEssence(examples)) continue;
        for (const sentence of examples) {
          const key = essence(sentence.text);
          const first = firsts.get(key);
          if (!first && key !== '') firsts.set(key, sentence);
          else yield noteAt(faq.document, sentence.path, words(faq.document, sentence, first));
        }
      }
    }
  },
};

function sameEssence([first, ...others]: readonly Sentence[]): boolean {
  const key = essence(first?.text ?? '');
  return key !== '' && others.length > 0 && others.every(({ text }) => essence(text) === key);
}

function words(document: JsonDocument, { text }: Sentence, first: Sentence | undefined): string {
  if (!first) return `"${text}" has no letters or digits to learn from; remove it`;
  return `"${text}" is the same example as the one in line ${document.problemAt(first.path, '').line}; remove one of them`;
}
