import { LOCALES } from '@solodesk/core';
import type { Article, ArticleBook, ArticleHit, ArticleSearch, Locale } from '@solodesk/core';
import { atOnce } from '../in-slices.ts';
import { SectionIndex } from './section-index.ts';
import type { IndexedSection, SectionHit } from './section-index.ts';

interface Place {
  article: Article;
  section: { id: string; heading: string } | null;
}

/** UTF-16 units of what is asked that are looked for. */
const MAX_QUERY_UNITS = 300;
/** Hits below share too little with what was asked to be listed. */
const LOWEST_SCORE = 0.3;

/**
 * Search over the manuals of a site, by title, headings, summary and words. Looks in the wanted language; articles that do not
 * speak it are found in another, and so is a text that finds nothing in the wanted one. The indexes are built here, once.
 */
export function createArticleSearch(book: ArticleBook): ArticleSearch {
  return atOnce(buildArticleSearch(book));
}

/** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
export function* buildArticleSearch(book: ArticleBook): Generator<void, ArticleSearch> {
  const indexes: Record<Locale, SectionIndex<Place>> = {
    en: yield* SectionIndex.build('en', sectionsIn(book, 'en')),
    zh: yield* SectionIndex.build('zh', sectionsIn(book, 'zh')),
  };
  const spoken = new Set(book.articles.map(({ slug, locale }) => `${slug}.${locale}`));

  const find = (text: string, locale: Locale, patient: boolean) => bestOfEach(indexes[locale].search(text, patient));
  const hitsOf = (text: string, locale: Locale, patient: boolean) => {
    const query = text.slice(0, MAX_QUERY_UNITS);
    const inLocale = find(query, locale, patient);
    const elsewhere = LOCALES.filter((other) => other !== locale).flatMap((other) =>
      find(query, other, patient).filter(
        ({ owner }) => inLocale.length === 0 || !spoken.has(`${owner.article.slug}.${locale}`),
      ),
    );
    return [...inLocale, ...elsewhere].sort((a, b) => b.score - a.score);
  };
  /** What is pinyin is looked for as Chinese, too; on an English page only where it is nothing else. */
  const withSpelled = (found: SectionHit<Place>[], text: string, locale: Locale) => {
    if (locale !== 'zh' && found.some(({ score }) => score >= LOWEST_SCORE)) return found;
    const spelled = indexes.zh.searchSpelled(text.slice(0, MAX_QUERY_UNITS));
    return bestOfEach([...found, ...spelled]).sort((a, b) => b.score - a.score);
  };
  return {
    search: (text, locale, limit) =>
      withSpelled(hitsOf(text, locale, true), text, locale)
        .filter(({ score }) => score >= LOWEST_SCORE)
        .slice(0, Math.max(0, limit))
        .map(toHit),
    likely(text, locale) {
      const [best] = hitsOf(text, locale, false);
      return best && isLikely(best) ? toHit(best) : null;
    },
  };
}

/**
 * Whether a place is likely enough to help that the bot points to it. Chosen on sentences of our own about the demo's manuals
 * (article-search.test.ts): a passage that holds nearly all of what was asked, or most of it with several words.
 */
function isLikely({ score, words, rarity }: SectionHit<Place>): boolean {
  return words >= 2 ? score >= 0.55 : score >= 0.8 && rarity >= 0.8;
}

function sectionsIn(book: ArticleBook, locale: Locale): IndexedSection<Place>[] {
  return book.articles
    .filter((article) => article.locale === locale)
    .flatMap((article) => [
      { owner: { article, section: null }, heading: article.title, text: article.summary },
      ...article.sections.map(({ id, heading, text }) => ({
        owner: { article, section: id === null || heading === null ? null : { id, heading } },
        heading: `${article.title}\n${heading ?? ''}`,
        text,
      })),
    ]);
}

/** The best place of each article; where several are as good, the first, which is the most general. */
function bestOfEach(hits: readonly SectionHit<Place>[]): SectionHit<Place>[] {
  const best = new Map<string, SectionHit<Place>>();
  for (const hit of hits) {
    const known = best.get(hit.owner.article.slug);
    if (!known || hit.score > known.score || (hit.score === known.score && hit.owner.section === null)) {
      best.set(hit.owner.article.slug, hit);
    }
  }
  return [...best.values()];
}

function toHit({ owner: { article, section }, score }: SectionHit<Place>): ArticleHit {
  return { slug: article.slug, locale: article.locale, title: article.title, section, score };
}
