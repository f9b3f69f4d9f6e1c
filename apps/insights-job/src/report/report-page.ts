import type { Figure } from '@solodesk/analytics';
import { changesBetween, reasonsFor, todosFor } from './changes.ts';
import { chartSections } from './chart-sections.ts';
import type { ReportParts } from './report-parts.ts';
import { REPORT_CSS } from './report-css.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { escapeHtml, valueText } from './report-values.ts';

/** The report of a period: one page that needs nothing but itself, for five minutes over coffee. */
export function reportPage(parts: ReportParts): string {
  const { locale, figures, siteName } = parts;
  const t = REPORT_TEXTS[locale];
  const title = escapeHtml(t.title(siteName, figures.period));
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
<h2>${t.charts}</h2>
${chartSections(parts)}
<footer class="muted">${escapeHtml(t.foot(parts.model, figures.rule.days))}</footer>
</main>
</body>
</html>
`;
}

const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function changed({ locale, figures, before }: ReportParts): string {
  const t = REPORT_TEXTS[locale];
  const head = `<h2>${t.changed}</h2>`;
  if (before === null) return `${head}<p>${t.noBefore}</p>`;
  const changes = changesBetween(figures, before);
  if (changes.length === 0) return `${head}<p>${t.nothingChanged}</p>`;
  const items = changes.slice(0, 5).map(({ name, currency, now, before: was, sure, good }) => {
    const value = (each: number) => valueText(name, each, locale, currency);
    const arrow = now > was ? '▲' : '▼';
    const verdict = [good === null ? '' : good ? t.better : t.worse, sure ? t.sure : t.chance].filter(
      (word) => word !== '',
    );
    return `<span aria-hidden="true">${arrow}</span> ${escapeHtml(t.change(t.names[name], value(now), value(was)))} <span class="muted">(${verdict.join(', ')})</span>`;
  });
  return head + list(items);
}

function why({ locale, figures, before }: ReportParts): string {
  const t = REPORT_TEXTS[locale];
  const reasons = reasonsFor(figures, before).map((reason) => escapeHtml(t.reason(reason)));
  return `<h2>${t.why}</h2>${reasons.length === 0 ? `<p>${t.whyNothing}</p>` : list(reasons)}`;
}

function todo({ locale, figures, console: address }: ReportParts): string {
  const t = REPORT_TEXTS[locale];
  const todos = todosFor(figures).map(
    ({ kind, link }) => `<a href="${escapeHtml(address + link)}">${escapeHtml(t.todos[kind])}</a>`,
  );
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
      ...(['cac', channel === null ? label : `${label} · ${channel}`] as const),
      ...([figure, currency] as const),
    ]);
  });
  const cells = rows.map(([name, label, { estimate, lack, n }, currency]) => {
    const value = (each: number) => escapeHtml(valueText(name, each, locale, currency));
    const shown = estimate === null ? (lack === 'few' ? t.few(n) : t.nothing) : `<b>${value(estimate.value)}</b>`;
    const interval = estimate === null ? '' : t.interval(value(estimate.low), value(estimate.high));
    return `<tr><th scope="row">${escapeHtml(label)}</th><td>${shown}</td><td class="muted">${interval}</td><td class="muted">n = ${n}</td></tr>`;
  });
  return `<h2>${t.figures}</h2><table>${cells.join('')}</table>`;
}
