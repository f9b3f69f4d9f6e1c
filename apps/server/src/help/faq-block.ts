import type { Faq, Locale } from '@solodesk/core';
import { articleIn, helpArticle, helpTopic, localize } from '@solodesk/core';
import type { HelpReading } from './help-reading.ts';
import { HELP_TEXTS } from './help-texts.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { linkedText } from './linked-text.ts';
import { plainAnswer } from './plain-answer.ts';

export function questionOf(faq: Faq, locale: Locale): string {
  return localize(faq.question, locale) ?? faq.intent;
}

/** The answer of an FAQ: its words, its links, the manuals and the other questions that it refers to. */
export function faqAnswer(reading: HelpReading, faq: Faq, locale: Locale): Html {
  const texts = HELP_TEXTS[locale];
  const answer = localize(faq.answer, locale);
  const paragraphs = plainAnswer(reading.site, faq, locale).split(/\n{2,}/);
  const links = [
    ...(answer?.links ?? []).map(({ label, url }) => ({ label, href: url })),
    ...manuals(reading, faq, locale),
  ];
  const related = relatedTo(reading, faq, locale);
  return html`${paragraphs.map((paragraph) => html`<p>${lines(paragraph)}</p> `)}
  ${
    links.length === 0
      ? null
      : html`<ul class="links">
          ${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
        </ul>`
  }
  ${related.length === 0 ? null : html`<p class="related">${texts.seeAlso}: ${related}</p>`}`;
}

function lines(paragraph: string): Html[] {
  return paragraph
    .split('\n')
    .map((line, at) => (at === 0 ? html`${linkedText(line)}` : html`<br />${linkedText(line)}`));
}

function manuals({ site, articles }: HelpReading, faq: Faq, locale: Locale): { label: string; href: string }[] {
  return (faq.articles ?? []).flatMap((slug) => {
    const article = articleIn(articles, slug, locale);
    if (article === undefined) return [];
    const label = `${HELP_TEXTS[locale].readMore}: ${article.title}`;
    return [{ label, href: helpArticle(site.id, article.locale, slug) }];
  });
}

/** The bot's buttons under the answer that lead to other FAQs. */
function relatedTo({ site, book }: HelpReading, faq: Faq, locale: Locale): Html[] {
  const replies = localize(faq.answer, locale)?.quickReplies ?? [];
  const intents = new Set([...replies.map(({ intent }) => intent), faq.followUp]);
  return [...intents].flatMap((intent, at) => {
    const other = intent === undefined || intent === faq.intent ? undefined : book.faqs.get(intent);
    if (other === undefined) return [];
    const href = helpTopic(site.id, locale, other.category, other.intent);
    return [html`${at === 0 ? null : ' '}<a href="${href}">${questionOf(other, locale)}</a>`];
  });
}
