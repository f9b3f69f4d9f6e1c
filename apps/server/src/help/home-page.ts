import type { Locale } from '@solodesk/core';
import { helpHome, helpTopic } from '@solodesk/core';
import { articleLink, everyLocale } from './article-link.ts';
import { faqAnswer, questionOf } from './faq-block.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Page, Surroundings } from './layout.ts';
import { searchForm } from './search-form.ts';
import { faqPageData } from './structured-data.ts';
import { topicsOf } from './topics.ts';
import type { Topic } from './topics.ts';

/** Questions that are named under a topic, and that are answered at once. */
const NAMED = 4;
const ANSWERED = 8;

/** The front page: search, topics, and the first question of each. */
export function homePage({ reading }: Surroundings, locale: Locale): Page {
  const { site } = reading;
  const texts = HELP_TEXTS[locale];
  const topics = topicsOf(reading, locale);
  const common = topics.flatMap(({ faqs }) => faqs.slice(0, 1)).slice(0, ANSWERED);
  return {
    locale,
    title: `${site.name} · ${texts.helpCentre}`,
    description: texts.homeDescription(site.name),
    path: helpHome(site.id, locale),
    alternates: everyLocale(site.locales, (one) => helpHome(site.id, one)),
    crumbs: [],
    query: null,
    data: common.length === 0 ? [] : [faqPageData(site, common, locale)],
    body: html`<div class="hero">
        <div class="bar">
          <h1>${texts.question}</h1>
          ${searchForm(site.id, locale, '', 'large')}
        </div>
      </div>
      <div id="page_results" class="bar" hidden></div>
      <section class="bar" aria-labelledby="page_topics">
        <h2 id="page_topics" class="visually-hidden">${texts.topics}</h2>
        <div class="topics">${topics.map((topic) => card(site.id, locale, topic))}</div>
      </section>
      ${
        common.length === 0
          ? null
          : html`<section class="bar common" aria-labelledby="page_common">
              <h2 id="page_common">${texts.commonQuestions}</h2>
              ${common.map(
                (faq) =>
                  html`<details>
                    <summary>${questionOf(faq, locale)}</summary>
                    <div class="prose">${faqAnswer(reading, faq, locale)}</div>
                  </details> `,
              )}
            </section>`
      }`,
  };
}

function card(site: string, locale: Locale, { category, title, articles, faqs }: Topic): Html {
  const texts = HELP_TEXTS[locale];
  return html`<section class="topic">
    <h3><a href="${helpTopic(site, locale, category)}">${title}</a></h3>
    <ul>
      ${articles.map((article) => html`<li class="guide">${articleLink(site, article, locale)}</li> `)}
      ${faqs.slice(0, NAMED).map((faq) => html`<li><a href="${helpTopic(site, locale, category, faq.intent)}">${questionOf(faq, locale)}</a></li> `)}
    </ul>
    ${
      faqs.length <= NAMED
        ? null
        : html`<p>
            <a class="all" href="${helpTopic(site, locale, category)}"
              >${texts.allOf(faqs.length)}<span class="visually-hidden"> · ${title}</span></a
            >
          </p>`
    }
  </section> `;
}
