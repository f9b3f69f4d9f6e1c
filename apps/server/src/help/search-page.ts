import type { Locale } from '@solodesk/core';
import { helpHome } from '@solodesk/core';
import { markMatches } from '@solodesk/nlu';
import { everyLocale } from './article-link.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Page, Surroundings } from './layout.ts';
import { searchForm } from './search-form.ts';
import type { SearchResult, SearchResults } from './search-help.ts';

/** What was found, best first, with the words that were looked for marked. */
export function searchPage({ reading }: Surroundings, locale: Locale, query: string, found: SearchResults): Page {
  const { site } = reading;
  const texts = HELP_TEXTS[locale];
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
      <div id="page_results">${resultList(found, locale, query)}</div>
    </div>`,
  };
}

function resultList({ results, guessed }: SearchResults, locale: Locale, query: string): Html {
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

function one(result: SearchResult, locale: Locale, query: string): Html {
  const marked = (text: string) =>
    markMatches(text, query).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : html`${piece.text}`));
  const lang = HELP_TEXTS[result.locale].lang;
  return html`<li${result.locale === locale ? null : html` lang="${lang}"`}>
<h2><a href="${result.href}">${marked(result.title)}</a></h2>
${result.place === null ? null : html`<p class="place">${marked(result.place)}</p>`}
<p>${marked(result.excerpt)}</p>
</li>\n`;
}
