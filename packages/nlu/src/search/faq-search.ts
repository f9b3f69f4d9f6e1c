import { LOCALES, localize } from '@solodesk/core';
import type { Faq, FaqBook, FaqHit, FaqSearch, Locale } from '@solodesk/core';
import { atOnce } from '../in-slices.ts';
import { PhraseIndex } from './phrase-index.ts';
import { askedFor } from '../text/asked-for.ts';
import { foldText } from '../text/fold-text.ts';

/** UTF-16 units of what is being typed that are looked for. */
const MAX_QUERY_UNITS = 80;

interface Scored {
  faq: Faq;
  score: number;
}

function bestOfEach(hits: readonly Scored[]): Scored[] {
  const best = new Map<Faq, Scored>();
  for (const hit of hits) if (hit.score > (best.get(hit.faq)?.score ?? 0)) best.set(hit.faq, hit);
  return [...best.values()];
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
  const scored = (scores: ReadonlyMap<string, number>): Scored[] =>
    [...scores].flatMap(([intent, score]) => {
      const faq = book.faqs.get(intent);
      return faq ? [{ faq, score }] : [];
    });
  const find = (query: string, locale: Locale): Scored[] => scored(indexes[locale].search(query));
  /** Whole questions in Chinese say much that no phrasing has (怎么请假啊), and share with others what says little (怎么退…). */
  const findContent = (query: string, locale: Locale): Scored[] => {
    const content = locale === 'zh' ? askedFor(query) : '';
    return [...find(query, locale), ...(content === '' || content === query ? [] : find(content, locale))];
  };
  const search: FaqSearch = {
    search(text, locale, limit): FaqHit[] {
      const query = foldText(text.slice(0, MAX_QUERY_UNITS));
      const inLocale = findContent(query, locale);
      const elsewhere = LOCALES.filter((other) => other !== locale).flatMap((other) =>
        find(query, other).filter(({ faq }) => inLocale.length === 0 || phrasesOf(faq, locale).length === 0),
      );
      const found = [...inLocale, ...elsewhere];
      // "change" may be pinyin, but on an English page only where it is nothing else.
      const isPinyin = locale === 'zh' || found.length === 0;
      const spelled = isPinyin ? scored(indexes.zh.searchSpelled(query)) : [];
      return bestOfEach([...found, ...spelled])
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
