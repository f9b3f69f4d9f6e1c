import type { Figure } from '@solodesk/analytics';
import type { ShownTheme } from '@solodesk/core';
import { changesBetween, reasonsFor, todosFor } from './changes.ts';
import { chartSections } from './chart-sections.ts';
import { channelName, groupSection } from './group-section.ts';
import { feedbackSection } from './feedback-section.ts';
import { productSection } from './product-section.ts';
import type { ReportParts } from './report-parts.ts';
import { REPORT_CSS } from './report-css.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { escapeHtml, valueText } from './report-values.ts';

/** The report of a period: one page that needs nothing but itself, for five minutes over coffee. */
export function reportPage(parts: ReportParts): string {
  const { locale, figures, siteName } = parts;
  const t = REPORT_TEXTS[locale];
  const title = escapeHtml(t.title(siteName, figures.period));
  const charts = chartSections(parts);
  return `<!doctype html>
<html lang="${t.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${REPORT_CSS}</style>
</head>
<body>
<main>
<header><h1>${title}</h1><p class="muted">${escapeHtml(t.span(figures.first, figures.through))}</p></header>
${changed(parts)}
${why(parts)}
${todo(parts)}
${table(parts)}
${groupSection(parts)}
${productSection(parts)}
${feedbackSection(parts)}
${charts === '' ? '' : `<h2>${t.charts}</h2>\n${charts}`}
<footer class="muted">${escapeHtml(t.foot(parts.model, figures.rule.days))}</footer>
</main>
</body>
</html>
`;
}

const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function changed(parts: ReportParts): string {
  const { locale, figures, before } = parts;
  const t = REPORT_TEXTS[locale];
  const head = `<h2>${t.changed}</h2>`;
  const talked = themeNews(parts);
  if (before === null) return `${head}<p>${t.noBefore}</p>${talked.length === 0 ? '' : list(talked)}`;
  const changes = changesBetween(figures, before);
  if (changes.length + talked.length === 0) return `${head}<p>${t.nothingChanged}</p>`;
  const items = changes.slice(0, 5).map(({ name, currency, now, before: was, sure, good }) => {
    const value = (each: number) => valueText(name, each, locale, currency);
    const arrow = now > was ? '▲' : '▼';
    const verdict = [good === null ? '' : good ? t.better : t.worse, sure ? t.sure : t.chance].filter(
      (word) => word !== '',
    );
    return `<span aria-hidden="true">${arrow}</span> ${escapeHtml(t.change(t.names[name], value(now), value(was)))}${t.gap}<span class="muted">${t.aside(verdict.join(t.comma))}</span>`;
  });
  return head + list([...items, ...talked]);
}

/** Themes that doubled, and those that came back. */
function themeNews({ locale, themes }: ReportParts): string[] {
  const t = REPORT_TEXTS[locale];
  return (themes?.shown ?? []).flatMap(({ id, name, size, before }) => [
    ...(themes?.doubled.has(id) === true
      ? [`<span aria-hidden="true">▲</span> ${escapeHtml(t.themeDoubled(name, size, before))}`]
      : []),
    ...(themes?.cameBack.has(id) === true
      ? [`<span aria-hidden="true">↩</span> ${escapeHtml(t.themeBack(name))}`]
      : []),
  ]);
}

/** Of so many messages a mood can be told, and from this share on it is bad. */
const ENOUGH_MOOD = 5;
const UNHAPPY = 0.5;

/** Themes of which most who wrote are unhappy, the worst first. */
function unhappyThemes({ themes }: ReportParts): readonly ShownTheme[] {
  return (themes?.shown ?? [])
    .filter(({ size, mood }) => size >= ENOUGH_MOOD && mood.negative / size >= UNHAPPY)
    .sort((one, other) => other.mood.negative - one.mood.negative)
    .slice(0, 2);
}

function why(parts: ReportParts): string {
  const { locale, figures, before } = parts;
  const t = REPORT_TEXTS[locale];
  const reasons = [
    ...reasonsFor(figures, before).map((reason) => escapeHtml(t.reason(reason))),
    ...unhappyThemes(parts).map(({ name, mood, size }) => escapeHtml(t.themeUnhappy(name, mood.negative, size))),
  ];
  return `<h2>${t.why}</h2>${reasons.length === 0 ? `<p>${t.whyNothing}</p>` : list(reasons)}`;
}

function todo(parts: ReportParts): string {
  const { locale, figures, themes, console: address } = parts;
  const t = REPORT_TEXTS[locale];
  const link = (to: string, words: string) => `<a href="${escapeHtml(address + to)}">${escapeHtml(words)}</a>`;
  const pressing = new Set([
    ...(themes?.shown ?? []).filter(({ id }) => themes?.doubled.has(id) === true || themes?.cameBack.has(id) === true),
    ...unhappyThemes(parts),
  ]);
  const todos = [
    ...todosFor(figures).map(({ kind, link: to }) => link(to, t.todos[kind])),
    ...[...pressing].slice(0, 2).map(({ name }) => link('#/insights', t.themeTodo(name))),
  ];
  return `<h2>${t.todo}</h2>${todos.length === 0 ? `<p>${t.todoNothing}</p>` : list(todos)}`;
}

const ROWS = [
  ...(['csi', 'csat', 'crr', 'churn', 'cac', 'resolutionRate', 'containment', 'handoffRate', 'promiseKept'] as const),
  ...(['botFirstMedian', 'ownerFirstMedian'] as const),
];

function table({ locale, figures }: ReportParts): string {
  const t = REPORT_TEXTS[locale];
  const rows = ROWS.flatMap((name): [string, string, Figure, string | null][] => {
    const label = t.names[name];
    if (name === 'csi' || name === 'crr' || name === 'churn') return [[name, label, figures[name], null]];
    if (name !== 'cac') return [[name, label, figures.kpis[name], null]];
    return figures.cac.map(({ channel, currency, figure }) => [
      ...(['cac', channel === null ? label : `${label} · ${channelName(channel, locale)}`] as const),
      ...([figure, currency] as const),
    ]);
  });
  const [without, known] = [true, false].map((isWithout) =>
    rows.filter(([, , { estimate, lack }]) => (estimate === null && lack !== 'few') === isWithout),
  ) as [typeof rows, typeof rows];
  const cells = known.map(([name, label, { estimate, n }, currency]) => {
    const value = (each: number) => escapeHtml(valueText(name, each, locale, currency));
    const shown = estimate === null ? t.few(n) : `<b>${value(estimate.value)}</b>`;
    const interval = estimate === null ? '' : t.interval(value(estimate.low), value(estimate.high));
    return `<tr><th scope="row">${escapeHtml(label)}</th><td>${shown}</td><td class="muted">${interval}</td><td class="muted n">n = ${n}</td></tr>`;
  });
  const nothing = without.map(([, label]) => escapeHtml(label)).join(locale === 'en' ? '; ' : '；');
  const last = nothing === '' ? '' : `<p class="muted">${t.nothing}${nothing}</p>`;
  return `<h2>${t.figures}</h2><table>${cells.join('')}</table>${last}`;
}
