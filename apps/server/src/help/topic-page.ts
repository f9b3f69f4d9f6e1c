import type { Faq, Locale } from '@solodesk/core';
import { helpHome, helpTopic } from '@solodesk/core';
import { articleLink, everyLocale } from './article-link.ts';
import { faqAnswer, questionOf } from './faq-block.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Page, Surroundings } from './layout.ts';
import { faqPageData } from './structured-data.ts';
import { topicsOf } from './topics.ts';
import { voteForm } from './vote-form.ts';

/** A category: its guides, and every question with its answer. Null when there is no such category. */
export function topicPage({ reading }: Surroundings, locale: Locale, category: string): Page | null {
  const { site } = reading;
  const texts = HELP_TEXTS[locale];
  const topic = topicsOf(reading, locale).find((one) => one.category === category);
  if (topic === undefined) return null;
  const { title, articles, faqs } = topic;
  const path = helpTopic(site.id, locale, category);
  return {
    locale,
    title,
    description: texts.topicDescription(title, site.name),
    path,
    alternates: everyLocale(site.locales, (one) => helpTopic(site.id, one, category)),
    crumbs: [
      { label: texts.helpCentre, path: helpHome(site.id, locale) },
      { label: title, path },
    ],
    data: faqs.length === 0 ? [] : [faqPageData(site, faqs, locale)],
    body: html`<div class="bar narrow">
      <h1>${title}</h1>
      ${
        articles.length === 0
          ? null
          : html`<section aria-labelledby="page_guides">
              <h2 id="page_guides">${texts.guides}</h2>
              <ul class="guides">
                ${articles.map(
                  (article) =>
                    html`<li>
                      ${articleLink(site.id, article, locale)}
                      <p lang="${HELP_TEXTS[article.locale].lang}">${article.summary}</p>
                    </li> `,
                )}
              </ul>
            </section>`
      }
      ${
        faqs.length === 0
          ? null
          : html`<section aria-labelledby="page_questions">
              <h2 id="page_questions">${texts.questions}</h2>
              ${faqs.map((faq) => question({ reading }, locale, faq))}
            </section>`
      }
    </div>`,
  };
}

function question({ reading }: Pick<Surroundings, 'reading'>, locale: Locale, faq: Faq): Html {
  const words = questionOf(faq, locale);
  return html`<article class="faq" id="${faq.intent}">
    <h3>${words} <a class="anchor" href="#${faq.intent}" aria-label="${HELP_TEXTS[locale].linkToThis(words)}">#</a></h3>
    <div class="prose">${faqAnswer(reading, faq, locale)}</div>
    ${voteForm(reading.site.id, locale, `faq:${faq.intent}`)}
  </article> `;
}
