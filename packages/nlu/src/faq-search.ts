import { LOCALES, localize } from '@solodesk/core';
import type { Faq, FaqBook, FaqHit, FaqSearch, Locale } from '@solodesk/core';
import { atOnce } from './in-slices.ts';
import { PhraseIndex } from './phrase-index.ts';
import { foldText } from './text/fold-text.ts';

/** UTF-16 units of what is being typed that are looked for. */
const MAX_QUERY_UNITS = 80;

interface Scored {
  faq: Faq;
  score: number;
}

function phrasesOf(faq: Faq, locale: Locale): { text: string; owner: string }[] {
  const question = faq.question[locale];
  const texts = [...(question === undefined ? [] : [question]), ...(faq.phrasings[locale] ?? [])];
  return texts.map((text) => ({ text, owner: faq.intent }));
}

/**
 * Search for suggestions while typing, over every question and phrasing; the last word may be half typed, and words may have typos.
 * Looks in the wanted language; FAQs that do not speak it are found in another, and so is a text that finds nothing in the wanted one.
 * The index is built here, once; a search takes well under 2 ms for 500 phrasings.
 */
export function createFaqSearch(book: FaqBook): FaqSearch {
  return atOnce(buildFaqSearch(book));
}

/** What a search was built on, for the next one. */
const indexesOf = new WeakMap<FaqSearch, Readonly<Record<Locale, PhraseIndex>>>();

/**
 * The same with pauses (`yield`), for who must not be kept busy: see `inSlices`.
 * @param before a search over an earlier state of the book: what has not changed is not cut into words anew, which is most of the work
 */
export function* buildFaqSearch(book: FaqBook, before: FaqSearch | null = null): Generator<void, FaqSearch> {
  const known = before === null ? undefined : indexesOf.get(before);
  const faqs = [...book.faqs.values()];
  const phrasesIn = (locale: Locale) => faqs.flatMap((faq) => phrasesOf(faq, locale));
  const indexes: Record<Locale, PhraseIndex> = {
    en: yield* PhraseIndex.build('en', phrasesIn('en'), known?.en),
    zh: yield* PhraseIndex.build('zh', phrasesIn('zh'), known?.zh),
  };
  const find = (query: string, locale: Locale): Scored[] => {
    const found: Scored[] = [];
    for (const [intent, score] of indexes[locale].search(query)) {
      const faq = book.faqs.get(intent);
      if (faq) found.push({ faq, score });
    }
    return found;
  };
  const search: FaqSearch = {
    search(text, locale, limit): FaqHit[] {
      const query = foldText(text.slice(0, MAX_QUERY_UNITS));
      const inLocale = find(query, locale);
      const elsewhere = LOCALES.filter((other) => other !== locale).flatMap((other) =>
        find(query, other).filter(({ faq }) => inLocale.length === 0 || phrasesOf(faq, locale).length === 0),
      );
      return [...inLocale, ...elsewhere]
        .sort((first, second) => second.score - first.score)
        .slice(0, Math.max(0, limit))
        .map(({ faq, score }) => ({
          intent: faq.intent,
          question: localize(faq.question, locale) ?? faq.intent,
          score,
        }));
    },
  };
  indexesOf.set(search, indexes);
  return search;
}
