import type { Locale } from '@solodesk/core';
import { essence } from '../essence.ts';
import { noteAt, placeWords } from '../lint-rule.ts';
import type { LintContext, LintFaq, LintNote, LintRule } from '../lint-rule.ts';
import { examplesOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';

/** Words that carry no subject: two sentences that differ in them alone ask the same. */
const SMALL_WORDS = new Set(
  'a an the i we you me my our your is are am was be do does did can could will would may please to of for in on at it this that there so just'.split(
    ' ',
  ),
);
/** 的 and 了 are grammar, 吗 and 呢 make a question, 请 is courtesy, 我 and 你 are whoever speaks. */
const SMALL_CHARACTERS = /请问|[的了吗呢吧啊呀嘛请我你您们是在就也]/gu;
/** Of fewer words or characters, different questions are made of the same ones. */
const LEAST: Readonly<Record<Locale, number>> = { en: 2, zh: 3 };

export const similarPhrasing: LintRule = {
  name: 'similar-phrasing',
  severity: 'warning',
  docs: 'Two FAQs with examples of the same words (order and small words aside): the bot can hardly tell which one is meant.',
  *check({ faqs, languages }: LintContext): Iterable<LintNote> {
    for (const locale of languages) {
      const firsts = new Map<string, { faq: LintFaq; sentence: Sentence }>();
      for (const faq of faqs) {
        for (const sentence of examplesOf(faq, locale)) {
          const key = subject(sentence.text, locale);
          if (key === null) continue;
          const first = firsts.get(key);
          if (!first) firsts.set(key, { faq, sentence });
          else if (
            first.faq.entry.intent !== faq.entry.intent &&
            essence(first.sentence.text) !== essence(sentence.text)
          ) {
            const place = placeWords(first.faq.document, first.sentence.path);
            const message = `"${sentence.text}" has the same words as "${first.sentence.text}" of "${first.faq.entry.intent}" (${place}); say in it what tells the two apart`;
            yield noteAt(faq.document, sentence.path, message);
          }
        }
      }
    }
  },
};

/** The words that matter, sorted; null when they are too few to tell. */
function subject(text: string, locale: Locale): string | null {
  const folded = text.normalize('NFKC').toLowerCase();
  const units =
    locale === 'zh'
      ? (folded.replace(SMALL_CHARACTERS, '').match(/[a-z\d]+|[\p{L}\p{N}]/gu) ?? [])
      : (folded.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? []).filter((word) => !SMALL_WORDS.has(word));
  return units.length < LEAST[locale] ? null : units.sort().join(' ');
}
