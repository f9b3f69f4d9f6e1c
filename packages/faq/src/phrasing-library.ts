import { LOCALES } from '@solodesk/core';
import type { Faq, FaqBook, Locale, Localized } from '@solodesk/core';
import { trainingHash } from './faq-book.ts';

/**
 * How people ask what many sites are asked: the FAQs of the starter packs as one book without answers, so that a model of it tells which of
 * them a question is. Packs that have a question in common ("When are you open?") say together how it is asked. What fits every trade stands first.
 */
export function phrasingLibrary(books: readonly FaqBook[]): FaqBook {
  const byQuestion = new Map<string, Faq[]>();
  for (const faq of books.flatMap((book) => [...book.faqs.values()])) {
    const key = (faq.question.en ?? faq.question.zh ?? faq.intent).toLowerCase();
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), faq]);
  }
  const trades = tradesOf(books);
  const faqs = [...byQuestion.values()].map((same, number) => joined(same, number, trades));
  const locales = LOCALES.filter((locale) => faqs.some(({ question }) => question[locale] !== undefined));
  return { hash: trainingHash(faqs, locales), locales, faqs: new Map(faqs.map((faq) => [faq.intent, faq])) };
}

/** Packs may use one name for two questions, so the library has names of its own. */
function joined(same: readonly Faq[], number: number, trades: ReadonlyMap<string, number>): Faq {
  const question: Localized<string> = {};
  const phrasings: Localized<string[]> = {};
  for (const locale of LOCALES) {
    const titles = new Set(same.flatMap((faq) => faq.question[locale] ?? []));
    if (titles.size === 0) continue;
    const [title = '', ...otherTitles] = generalFirst([...titles], locale, trades);
    const sentences = new Set([...same.flatMap((faq) => faq.phrasings[locale] ?? []), ...otherTitles]);
    sentences.delete(title);
    question[locale] = title;
    phrasings[locale] = generalFirst([...sentences], locale, trades);
  }
  return { intent: `library.${number}`, category: same[0]?.category ?? '', question, phrasings, answer: {} };
}

/** "Where is the clinic?" is asked of one trade alone, as nobody else has that word. */
function generalFirst(sentences: readonly string[], locale: Locale, trades: ReadonlyMap<string, number>): string[] {
  const fits = new Map(
    sentences.map((sentence) => [
      sentence,
      Math.min(...wordsOf(sentence, locale).map((word) => trades.get(word) ?? 0)),
    ]),
  );
  return [...sentences].sort((one, other) => (fits.get(other) ?? 0) - (fits.get(one) ?? 0));
}

/** How many of the books have a word. */
function tradesOf(books: readonly FaqBook[]): Map<string, number> {
  const trades = new Map<string, number>();
  for (const { faqs } of books) {
    const sentences = (locale: Locale) =>
      [...faqs.values()].flatMap(({ question, phrasings }) => [question[locale] ?? [], phrasings[locale] ?? []].flat());
    const words = new Set(LOCALES.flatMap((locale) => sentences(locale).flatMap((text) => wordsOf(text, locale))));
    for (const word of words) trades.set(word, (trades.get(word) ?? 0) + 1);
  }
  return trades;
}

const SEGMENTERS: Readonly<Record<Locale, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'word' }),
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
};

function wordsOf(sentence: string, locale: Locale): string[] {
  const segments = [...SEGMENTERS[locale].segment(sentence.toLowerCase())];
  return segments.flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
}
