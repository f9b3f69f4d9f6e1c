import type { Locale, ShownTheme } from '@solodesk/core';
import { MOOD_COLOURS, linesChart, partsChart } from '@solodesk/ui/charts';
import { draw } from './charts.ts';
import type { ReportLook } from './charts.ts';
import { chartFigure, numbersTable } from './chart-figure.ts';
import { FEEDBACK_TEXTS } from './feedback-texts.ts';
import type { ReportParts } from './report-parts.ts';
import { leftOut } from './left-out.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { escapeHtml } from './report-values.ts';

/** Themes of which a line or a bar is drawn. */
const MOST = 6;
/** Characters of a message that are shown. */
const LONGEST = 160;

/** Themes over time and how their writers feel; what has nothing to show is left out. */
export function themeSections(parts: ReportParts): string {
  const { locale, themes } = parts;
  if (themes === null) return '';
  const t = REPORT_TEXTS[locale];
  const shown = themes.shown.filter(({ size }) => size > 0).slice(0, MOST);
  const sections = [
    ...(shown.length === 0 ? [] : [overTime(parts, shown), moods(parts, shown)]),
    byCategory(parts),
    repeated(parts),
  ].filter((section) => section !== '');
  // Of no messages there is nothing to note.
  if (sections.length === 0) return '';
  const note = `<p class="muted">${t.themesNote(themes.first, themes.through)} ${leftOut(themes.dropped, locale)}</p>`;
  return [...sections, note].join('\n');
}

/** What came again and again in the same words. */
function repeated({ locale, themes }: ReportParts): string {
  const t = REPORT_TEXTS[locale];
  if (themes === null || themes.repeated.length === 0) return '';
  const lines = themes.repeated.map(({ n, text }) => `<li>${escapeHtml(t.times(n, shortened(text)))}</li>`);
  return `<p>${t.repeated(themes.messages)}</p><ul>${lines.join('')}</ul>`;
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** What is in no theme: so that the first complaint has a name. */
function byCategory({ locale, themes, look }: ReportParts): string {
  const t = REPORT_TEXTS[locale];
  const rows = themes?.categories ?? [];
  if (rows.length === 0) return '';
  const names = rows.map(({ category }) => FEEDBACK_TEXTS[locale].categories[category] ?? category);
  return moodChart(
    locale,
    look,
    t.byCategory,
    names.map((name, place) => ({ name, mood: rows[place]! })),
  );
}

function overTime({ locale, themes, look }: ReportParts, shown: readonly ShownTheme[]): string {
  const t = REPORT_TEXTS[locale];
  const history = themes?.history ?? [];
  if (history.length < 2) return '';
  const labels = history.map(({ through }) => through);
  const lines = shown.map(({ id, name }) => ({
    name,
    values: history.map(({ sizes }) => sizes.get(id) ?? 0),
  }));
  const rows = lines.map(({ name, values }) => [name, ...values.map(String)]);
  const table = numbersTable(locale, rows, [t.theme, ...labels]);
  return chartFigure(t.themesOverTime, draw(linesChart(labels, lines, look), look), table);
}

function moods({ locale, look }: ReportParts, shown: readonly ShownTheme[]): string {
  return moodChart(locale, look, REPORT_TEXTS[locale].moodByTheme, shown);
}

const KINDS = ['negative', 'neutral', 'positive'] as const;
type Moods = Readonly<Record<(typeof KINDS)[number], number>>;

function moodChart(
  locale: Locale,
  look: ReportLook,
  title: string,
  shown: readonly { readonly name: string; readonly mood: Moods }[],
): string {
  const t = REPORT_TEXTS[locale];
  const bars = KINDS.map((kind) => ({
    ...{ name: t.moods[kind], colour: MOOD_COLOURS[kind], values: shown.map(({ mood }) => mood[kind]) },
  }));
  const names = shown.map(({ name }) => name);
  const rows = shown.map(({ name, mood }) => [name, ...KINDS.map((kind) => String(mood[kind]))]);
  const table = numbersTable(locale, rows, [t.theme, ...KINDS.map((kind) => t.moods[kind])]);
  return chartFigure(title, draw(partsChart(names, bars, look), look), table);
}
