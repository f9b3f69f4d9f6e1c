import { localize } from '@solodesk/core';
import type { ProductResults } from '../product-results.ts';
import { PRODUCT_TEXTS } from './product-texts.ts';
import type { ReportParts } from './report-parts.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { ReportTexts } from './report-texts.ts';
import { escapeHtml } from './report-values.ts';

/** Products that are told of: what is read in five minutes. */
const MOST = 8;

/** What was said about each product, what was asked in vain, and what its description lacks. Nothing where no product was named. */
export function productSection({ locale, products, themes, console: address }: ReportParts): string {
  if (products === null || products.products.length === 0) return '';
  const [t, words] = [REPORT_TEXTS[locale], PRODUCT_TEXTS[locale]];
  const names = new Map(themes?.shown.map(({ id, name }) => [id, name]));
  const rows = products.products.slice(0, MOST).map((product) => {
    const { n, mood, unanswered } = product;
    const said = product.themes.flatMap(({ id }) => names.get(id) ?? []);
    const cells = [String(n), `${mood.negative} / ${mood.neutral} / ${mood.positive}`, String(unanswered.n)];
    return `<tr><th scope="row">${escapeHtml(localize(product.names, locale) ?? product.id)}</th>${[
      ...cells,
      said.join(t.and),
      lackOf(product, words.facts, t),
    ]
      .map((cell) => `<td>${escapeHtml(cell === '' ? '–' : cell)}</td>`)
      .join('')}</tr>`;
  });
  const moods = `${t.moods.negative} / ${t.moods.neutral} / ${t.moods.positive}`;
  const head = [words.product, words.messages, moods, words.unanswered, words.themes, words.lacks];
  return [
    `<h2>${words.title}</h2>`,
    `<p><a href="${escapeHtml(`${address}#/insights`)}">${escapeHtml(words.text(products.messages, products.first, products.through))}</a></p>`,
    `<div class="scroll"><table><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr>${rows.join('')}</table></div>`,
  ].join('\n');
}

/** Facts that were asked for and are not in the catalogue, each with how often. */
function lackOf(
  { asked }: ProductResults['products'][number],
  facts: Readonly<Record<string, string>>,
  t: ReportTexts,
): string {
  return asked
    .filter(({ isLacking }) => isLacking)
    .map(({ fact, n }) => `${facts[fact] ?? fact}${t.gap}${t.aside(String(n))}`)
    .join(t.and);
}
