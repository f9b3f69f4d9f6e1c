import type { Figure } from '@solodesk/analytics';
import type { Locale } from '@solodesk/core';
import type { CohortFigures, GroupFigures } from '../group-figures.ts';
import type { ReportParts } from './report-parts.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { escapeHtml, valueText } from './report-values.ts';

const COLUMNS = ['csi', 'crr', 'resolutionRate', 'cac'] as const;
type Column = (typeof COLUMNS)[number];
/** Channels and cohorts that are told of: what is read in five minutes. */
const MOST = 6;

const TEXTS: Readonly<
  Record<Locale, { channels: string; cohorts: string; channel: string; month: string; direct: string }>
> = {
  en: {
    channels: 'By the channel by which people came',
    cohorts: 'By the month in which they became customers',
    ...{ channel: 'Channel', month: 'Customers of', direct: 'direct' },
  },
  zh: {
    ...{
      channels: '按来源渠道',
      cohorts: '按成为客户的月份',
      channel: '渠道',
      month: '成为客户的月份',
      direct: '直接访问',
    },
  },
};

/** What is to be shown of a group in a column; amounts with their currency. */
interface Cell {
  readonly figure: Figure;
  readonly currency: string | null;
}
interface Row {
  readonly name: string;
  readonly cells: Readonly<Record<Column, readonly Cell[]>>;
}

/** A channel as people read it; that of whoever came by none is written down as `direct`. */
export function channelName(channel: string, locale: Locale): string {
  return channel === 'direct' ? TEXTS[locale].direct : channel;
}

/** The main figures by channel and by cohort, each with its interval and n. A table in which nothing can be said yet is left out. */
export function groupSection({ groups, figures, locale }: ReportParts): string {
  if (groups === null) return '';
  const t = TEXTS[locale];
  const costs = (channel: string) => figures.cac.filter((each) => each.channel === channel);
  const channels = groups.channels.map((each) => rowOf(channelName(each.group, locale), each, costs(each.group)));
  const cohorts = groups.cohorts.map((each: CohortFigures) => rowOf(each.group, each, each.cac));
  return table(t.channels, t.channel, channels, locale) + table(t.cohorts, t.month, cohorts, locale);
}

function rowOf(name: string, { figures }: GroupFigures, cac: readonly Cell[]): Row {
  const of = (column: Exclude<Column, 'cac'>): Cell[] => {
    const figure = figures[column];
    return figure === undefined ? [] : [{ figure, currency: null }];
  };
  return { name, cells: { csi: of('csi'), crr: of('crr'), resolutionRate: of('resolutionRate'), cac } };
}

function table(title: string, first: string, rows: readonly Row[], locale: Locale): string {
  const t = REPORT_TEXTS[locale];
  const says = ({ figure }: Cell) => figure.estimate !== null;
  const told = rows.filter(({ cells }) => COLUMNS.some((column) => cells[column].some(says))).slice(0, MOST);
  if (told.length === 0) return '';
  const columns = COLUMNS.filter((column) => told.some(({ cells }) => cells[column].some(says)));
  const head = [first, ...columns.map((column) => t.names[column])];
  const body = told.map(
    ({ name, cells }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${columns.map((column) => `<td>${cells[column].map((cell) => cellText(column, cell, locale)).join('<br>') || '–'}</td>`).join('')}</tr>`,
  );
  return `<h3>${title}</h3><div class="scroll"><table><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr>${body.join('')}</table></div>`;
}

/** In a narrow column neither a unit nor what stands behind "n =" begins a line. */
function unbroken(text: string): string {
  return text.replace(/ (?=[%=])|(?<==) /g, '\u00a0');
}

function cellText(column: Column, { figure, currency }: Cell, locale: Locale): string {
  const t = REPORT_TEXTS[locale];
  const { estimate, lack, n } = figure;
  if (estimate === null) return lack === 'few' ? `<span class="muted">${t.few(n)}</span>` : '–';
  const value = (each: number) => escapeHtml(valueText(column, each, locale, currency));
  const range = `${t.interval(value(estimate.low), value(estimate.high))}${t.comma}n = ${n}`;
  return `<b>${value(estimate.value)}</b> <span class="muted">${unbroken(range)}</span>`;
}
