import type { Article, Locale } from '@solodesk/core';
import { articleIn, helpArticle, helpHome, helpImage, helpTopic } from '@solodesk/core';
import { articleLink } from './article-link.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { html, trusted } from './html.ts';
import type { Html } from './html.ts';
import type { Page, Surroundings } from './layout.ts';
import { articleData } from './structured-data.ts';
import { topicsOf } from './topics.ts';
import type { Topic } from './topics.ts';
import { voteForm } from './vote-form.ts';

/** Headings deeper than that would make the table of contents longer than the text. */
const DEEPEST_IN_CONTENTS = 3;
const FEWEST_IN_CONTENTS = 2;

/** A manual. Null when there is none of that name in this language. */
export function articlePage({ reading, publicUrl }: Surroundings, locale: Locale, slug: string): Page | null {
  const { site, articles } = reading;
  const article = articleIn(articles, slug, locale);
  if (article === undefined || article.locale !== locale) return null;
  const texts = HELP_TEXTS[locale];
  const topic = topicsOf(reading, locale).find(({ category }) => category === article.category);
  const path = helpArticle(site.id, locale, slug);
  const versions = articles.articles.filter((one) => one.slug === slug);
  const [picture] = article.images;
  const image = picture === undefined ? null : `${publicUrl}${helpImage(site.id, picture)}`;
  return {
    locale,
    title: article.title,
    description: article.summary,
    path,
    alternates: Object.fromEntries(versions.map((one) => [one.locale, helpArticle(site.id, one.locale, slug)])),
    crumbs: [
      { label: texts.helpCentre, path: helpHome(site.id, locale) },
      ...(topic === undefined ? [] : [{ label: topic.title, path: helpTopic(site.id, locale, topic.category) }]),
      { label: article.title, path },
    ],
    type: 'article',
    image,
    data: [articleData(reading, article, publicUrl, image)],
    body: html`<article class="bar reading">
      <header>
        <h1>${article.title}</h1>
        <p class="lead">${article.summary}</p>
        ${article.updated === null ? null : html`<p class="updated">${texts.updated} <time datetime="${article.updated}">${article.updated}</time></p>`}
      </header>
      ${contents(article)}
      <div class="prose">${trusted(article.html)}</div>
      ${voteForm(site.id, locale, `article:${slug}`)}
      ${topic === undefined ? null : more(site.id, locale, topic, article)}
    </article>`,
  };
}

function contents({ sections, locale }: Article): Html | null {
  const headings = sections.filter(({ id, level }) => id !== null && level <= DEEPEST_IN_CONTENTS);
  if (headings.length < FEWEST_IN_CONTENTS) return null;
  return html`<nav class="contents" aria-labelledby="page_contents">
    <h2 id="page_contents">${HELP_TEXTS[locale].onThisPage}</h2>
    <ol>
      ${headings.map(({ id, heading, level }) => html`<li class="level-${level}"><a href="#${encodeURIComponent(id ?? '')}">${heading ?? ''}</a></li> `)}
    </ol>
  </nav>`;
}

function more(site: string, locale: Locale, { category, title, articles, faqs }: Topic, current: Article): Html | null {
  const texts = HELP_TEXTS[locale];
  const others = articles.filter(({ slug }) => slug !== current.slug);
  if (others.length === 0 && faqs.length === 0) return null;
  return html`<nav class="more" aria-labelledby="page_more">
    <h2 id="page_more">${texts.moreOn(title)}</h2>
    <ul>
      ${others.map((article) => html`<li>${articleLink(site, article, locale)}</li> `)}
      ${faqs.length === 0 ? null : html`<li><a href="${helpTopic(site, locale, category)}">${texts.allOf(faqs.length)}</a></li>`}
    </ul>
  </nav>`;
}
