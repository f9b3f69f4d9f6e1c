import { MOOD_COLOURS, partsChart } from '@solodesk/ui/charts';
import { chartFigure, numbersTable } from './chart-figure.ts';
import { draw } from './charts.ts';
import type { ReportParts } from './report-parts.ts';
import { FEEDBACK_TEXTS } from './feedback-texts.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { escapeHtml, valueText } from './report-values.ts';

/** What was said elsewhere in the time: by what it is about, and where, with the mean of the ratings there. Nothing where nothing was. */
export function feedbackSection({ locale, figures, before, look, console: address }: ReportParts): string {
  const { feedback } = figures;
  if (feedback.n === 0) return '';
  const [t, words] = [REPORT_TEXTS[locale], FEEDBACK_TEXTS[locale]];
  const kinds = ['negative', 'neutral', 'positive'] as const;
  const name = (category: string) => words.categories[category] ?? category;
  const bars = kinds.map((kind) => ({
    ...{ name: t.moods[kind], colour: MOOD_COLOURS[kind], values: feedback.categories.map((each) => each[kind]) },
  }));
  const names = feedback.categories.map(({ category }) => name(category));
  const was = (category: string) => before?.feedback.categories.find((each) => each.category === category)?.n ?? 0;
  const rows = feedback.categories.map(({ category, n, ...moods }) => [
    ...[name(category), String(n), ...kinds.map((kind) => String(moods[kind]))],
    before === null ? '–' : String(was(category)),
  ]);
  const head = [words.category, words.count, ...kinds.map((kind) => t.moods[kind]), words.before];
  const sources = feedback.sources.map(({ source, n, rating }) => {
    const { estimate } = rating;
    const value = (each: number) => valueText('csi', each, locale);
    const mean =
      estimate === null
        ? t.few(rating.n)
        : `${value(estimate.value)}${t.gap}${t.aside(`${t.interval(value(estimate.low), value(estimate.high))}${t.comma}n = ${rating.n}`)}`;
    return `<li>${escapeHtml(words.source(source, n))}${rating.n === 0 ? '' : `${t.comma}<span class="muted">${escapeHtml(words.rated(mean))}</span>`}</li>`;
  });
  return [
    `<h2>${words.title}</h2>`,
    `<p><a href="${escapeHtml(`${address}#/feedback`)}">${escapeHtml(words.text(feedback.n, feedback.negative))}</a></p>`,
    chartFigure(words.about, draw(partsChart(names, bars, look), look), numbersTable(locale, rows, head)),
    `<ul>${sources.join('')}</ul>`,
  ].join('\n');
}
