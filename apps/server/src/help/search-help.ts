import type { ArticleHit, FaqHit, IntentModel, Locale } from '@solodesk/core';
import { articleIn, helpArticle, helpTopic, localize } from '@solodesk/core';
import { markMatches } from '@solodesk/nlu';
import { excerpt } from './excerpt.ts';
import type { HelpReading } from './help-reading.ts';
import { plainAnswer } from './plain-answer.ts';

const MOST_RESULTS = 12;
/** From this share of what was looked for on, a page is what was looked for, whatever the bot thinks. */
const WELL_FOUND = 0.6;
/** What it is worth, beside a score of at most 1, that all of what was looked for stands in the title: such a topic is about it. */
const IN_TITLE = 0.3;

export interface SearchResult {
  score: number;
  href: string;
  title: string;
  /** The heading under which it stands, or the topic. */
  place: string | null;
  excerpt: string;
  /** `lang` attribute, where it is not the page's. */
  locale: Locale;
}

export interface SearchResults {
  /** Best first. */
  results: readonly SearchResult[];
  /** Whether none of them has the words. */
  guessed: boolean;
}

/**
 * What a site's help centre has for a search.
 * @param model what the site's bot makes of a question; null while it has not learned
 */
export function searchHelp(
  reading: HelpReading,
  locale: Locale,
  query: string,
  model: IntentModel | null,
): SearchResults {
  const byWords = query === '' ? [] : resultsFor(reading, locale, query);
  const wellFound = byWords.some(({ score }) => score >= WELL_FOUND);
  const byMeaning = query === '' || wellFound ? [] : meantBy(reading, locale, query, model, byWords);
  return { results: [...byMeaning, ...byWords].slice(0, MOST_RESULTS), guessed: byWords.length === 0 };
}

function resultsFor(reading: HelpReading, locale: Locale, query: string): SearchResult[] {
  const faqs = reading.faqSearch.search(query, locale, MOST_RESULTS).map((hit) => faqResult(reading, locale, hit));
  const articles = reading.articleSearch
    .search(query, locale, MOST_RESULTS)
    .map((hit) => articleResult(reading, query, hit));
  return [...faqs, ...articles]
    .filter((result) => result !== null)
    .map((result) => ({ result, rank: result.score + IN_TITLE * shareInTitle(result.title, query) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_RESULTS)
    .map(({ result }) => result);
}

/**
 * The FAQs that the bot takes a question for, where the words lead nowhere or hardly: the one that it would answer with, and, where nothing
 * was found at all, those that it would ask back about.
 */
function meantBy(
  reading: HelpReading,
  locale: Locale,
  query: string,
  model: IntentModel | null,
  byWords: readonly SearchResult[],
): SearchResult[] {
  const { guesses, outOfScope } = model?.understand(query, locale) ?? { guesses: [], outOfScope: false };
  if (model === null || outOfScope) return [];
  const { answer, suggest } = model.thresholds;
  const enough = byWords.length === 0 ? suggest : answer;
  return guesses
    .filter(({ confidence }) => confidence >= enough)
    .flatMap(({ intent, confidence }) => {
      const question = reading.book.faqs.get(intent)?.question;
      const hit = { intent, question: localize(question ?? {}, locale) ?? intent, score: confidence };
      return faqResult(reading, locale, hit) ?? [];
    })
    .filter(({ href }) => byWords.every((found) => found.href !== href));
}

/** How much of what was looked for stands in a title, from 0 to 1. */
function shareInTitle(title: string, query: string): number {
  const wanted = lengthOfMarks(query, query);
  return wanted === 0 ? 0 : Math.min(1, lengthOfMarks(title, query) / wanted);
}

function lengthOfMarks(text: string, query: string): number {
  return markMatches(text, query).reduce((sum, piece) => sum + (piece.marked ? piece.text.length : 0), 0);
}

function faqResult({ site, book }: HelpReading, locale: Locale, hit: FaqHit): SearchResult | null {
  const faq = book.faqs.get(hit.intent);
  if (faq === undefined) return null;
  return {
    score: hit.score,
    href: helpTopic(site.id, locale, faq.category, faq.intent),
    title: hit.question,
    place: null,
    excerpt: excerpt(plainAnswer(site, faq, locale), ''),
    locale: faq.question[locale] === undefined ? site.defaultLocale : locale,
  };
}

function articleResult({ site, articles }: HelpReading, query: string, hit: ArticleHit): SearchResult | null {
  const article = articleIn(articles, hit.slug, hit.locale);
  if (article === undefined) return null;
  const section = article.sections.find(({ id }) => id === hit.section?.id);
  return {
    score: hit.score,
    href: helpArticle(site.id, hit.locale, hit.slug, hit.section?.id),
    title: hit.title,
    place: hit.section?.heading ?? null,
    excerpt: hit.section === null ? article.summary : excerpt(section?.text ?? article.summary, query),
    locale: hit.locale,
  };
}
