import type { ArticleHit, FaqHit, IntentModel, Locale } from '@solodesk/core';
import { articleIn, helpArticle, helpHome, helpTopic, localize } from '@solodesk/core';
import { markMatches } from '@solodesk/nlu';
import { everyLocale } from './article-link.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { HelpReading } from './help-reading.ts';
import type { Page, Surroundings } from './layout.ts';
import { plainAnswer } from './plain-answer.ts';
import { searchForm } from './search-form.ts';
import { excerpt } from './excerpt.ts';

const MOST_RESULTS = 12;
/** From this share of what was looked for on, a page is what was looked for, whatever the bot thinks. */
const WELL_FOUND = 0.6;
/** What it is worth, beside a score of at most 1, that all of what was looked for stands in the title: such a topic is about it. */
const IN_TITLE = 0.3;

interface Result {
  score: number;
  href: string;
  title: string;
  /** The heading under which it stands, or the topic. */
  place: string | null;
  excerpt: string;
  /** `lang` attribute, where it is not the page's. */
  locale: Locale;
}

/**
 * What was found, best first, with the words that were looked for marked.
 * @param model what the site's bot makes of a question; null while it has not learned
 */
export function searchPage({ reading }: Surroundings, locale: Locale, query: string, model: IntentModel | null): Page {
  const { site } = reading;
  const texts = HELP_TEXTS[locale];
  const byWords = query === '' ? [] : resultsFor(reading, locale, query);
  const wellFound = byWords.some(({ score }) => score >= WELL_FOUND);
  const byMeaning = query === '' || wellFound ? [] : meantBy(reading, locale, query, model, byWords);
  const results = [...byMeaning, ...byWords].slice(0, MOST_RESULTS);
  const address = (one: Locale) =>
    `${helpHome(site.id, one)}/search${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`;
  return {
    locale,
    title: query === '' ? texts.search : texts.searchTitle(query),
    description: texts.homeDescription(site.name),
    path: address(locale),
    alternates: everyLocale(site.locales, address),
    crumbs: [
      { label: texts.helpCentre, path: helpHome(site.id, locale) },
      { label: texts.search, path: address(locale) },
    ],
    hidden: true,
    query: null,
    body: html`<div class="bar narrow">
      <h1>${texts.search}</h1>
      ${searchForm(site.id, locale, query, 'large')}
      <div id="page_results">${resultList(results, locale, query, byWords.length === 0)}</div>
    </div>`,
  };
}

/** @param guessed whether none of them has the words */
function resultList(results: readonly Result[], locale: Locale, query: string, guessed: boolean): Html {
  const texts = HELP_TEXTS[locale];
  if (query === '') return html`<p role="status">${texts.searchEmpty}</p>`;
  if (results.length === 0) {
    return html`<p role="status"><b>${texts.nothingFound}</b></p>
      <p>${texts.nothingFoundHint}</p>`;
  }
  return html`<p role="status">${guessed ? texts.guessed : texts.found(results.length)}</p>
    <ol class="results">
      ${results.map((result) => one(result, locale, query))}
    </ol>`;
}

function one(result: Result, locale: Locale, query: string): Html {
  const marked = (text: string) =>
    markMatches(text, query).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`));
  const lang = HELP_TEXTS[result.locale].lang;
  return html`<li${result.locale === locale ? null : html` lang="${lang}"`}>
<h2><a href="${result.href}">${marked(result.title)}</a></h2>
${result.place === null ? null : html`<p class="place">${marked(result.place)}</p>`}
<p>${marked(result.excerpt)}</p>
</li>\n`;
}

function resultsFor(reading: HelpReading, locale: Locale, query: string): Result[] {
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
  byWords: readonly Result[],
): Result[] {
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

function faqResult({ site, book }: HelpReading, locale: Locale, hit: FaqHit): Result | null {
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

function articleResult({ site, articles }: HelpReading, query: string, hit: ArticleHit): Result | null {
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
