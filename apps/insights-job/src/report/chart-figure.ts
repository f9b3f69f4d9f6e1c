import type { Locale } from '@solodesk/core';
import { REPORT_TEXTS } from './report-texts.ts';
import { escapeHtml } from './report-values.ts';

type Cells = readonly (readonly string[])[];

/** A chart with its name and, for whoever does not see it, its numbers. */
export function chartFigure(name: string, svg: string, table: string): string {
  return `<figure><figcaption>${escapeHtml(name)}</figcaption><div class="chart" role="img" aria-label="${escapeHtml(name)}">${svg}</div>${table}</figure>`;
}

export function numbersTable(locale: Locale, rows: Cells, head: readonly string[] = []): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<details><summary>${REPORT_TEXTS[locale].numbers}</summary><div class="scroll"><table>${head.length > 0 ? row(head, 'th') : ''}${body}</table></div></details>`;
}
