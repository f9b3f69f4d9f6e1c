import { createHash } from 'node:crypto';
import { lessonOf } from '@solodesk/core';
import type { Faq, FaqBook, Locale, Localized } from '@solodesk/core';
import type { FaqEntry, FaqFile } from './schemas/faq-schema.ts';
import { answerFrom, inEach } from './site-from-file.ts';

/** The book of checked files, in their order. */
export function faqBookFrom(files: readonly FaqFile[], locales: readonly Locale[]): FaqBook {
  const faqs = files.flatMap((file) => file.faqs.map((entry) => faqFrom(file.category, entry, locales)));
  const outOfScope = outOfScopeOf(files, locales);
  return {
    hash: trainingHash(faqs, locales, outOfScope),
    locales,
    faqs: new Map(faqs.map((faq) => [faq.intent, faq])),
    ...(Object.keys(outOfScope).length === 0 ? {} : { outOfScope }),
  };
}

function outOfScopeOf(files: readonly FaqFile[], locales: readonly Locale[]): Localized<string[]> {
  return inEach(locales, (locale) => {
    const said = files.flatMap(({ outOfScope }) => outOfScope?.[locale] ?? []);
    return said.length === 0 ? undefined : said.map((sentence) => sentence.trim());
  });
}

function faqFrom(category: string, entry: FaqEntry, locales: readonly Locale[]): Faq {
  return {
    intent: entry.intent,
    category,
    question: inEach(locales, (locale) => entry.question[locale]?.trim()),
    phrasings: inEach(locales, (locale) => entry.phrasings[locale]?.map((phrasing) => phrasing.trim())),
    answer: inEach(locales, (locale) => {
      const answer = entry.answer[locale];
      return answer === undefined ? undefined : answerFrom(answer);
    }),
    ...(entry.articles === undefined ? {} : { articles: entry.articles }),
    ...(entry.followUp === undefined ? {} : { followUp: entry.followUp }),
  };
}

/** SHA-256 of languages, intents and what is learned of each, and of what is out of scope, all of it sorted. */
export function trainingHash(
  faqs: readonly Faq[],
  locales: readonly Locale[],
  outOfScope: Localized<readonly string[]> = {},
): string {
  const languages = [...locales].sort();
  const lessons = faqs
    .map((faq) => [
      faq.intent,
      languages.map((locale) => {
        const { asked, answered, named } = lessonOf(faq, locale);
        const [question, ...phrasings] = asked;
        return [question, phrasings.sort(), answered, named];
      }),
    ])
    .map((lesson) => JSON.stringify(lesson))
    .sort();
  const outside = languages.map((locale) => [...(outOfScope[locale] ?? [])].sort());
  return createHash('sha256')
    .update(JSON.stringify([languages, lessons, outside]))
    .digest('hex');
}
