import { EXPORT_COLUMNS } from '@solodesk/core';
import type { ExportKind, FlatRow, FlatValue } from '@solodesk/core';

/** A byte order mark: by it Excel knows that a file is UTF-8. */
export const BOM = '\uFEFF';

/**
 * What a spreadsheet takes for a formula (OWASP, "CSV Injection"), also by full-width signs, and behind spaces or a line break
 * that it drops.
 */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n＝＋－＠]/;

/** A line of CSV (RFC 4180) with the values of a row. */
export function csvLine(values: readonly FlatValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** The first line of a kind's table, which a table without rows has too. */
export function csvHeader(kind: ExportKind, bom: boolean): string {
  return `${bom ? BOM : ''}${csvLine(EXPORT_COLUMNS[kind])}`;
}

export function csvRows(kind: ExportKind, rows: readonly FlatRow[]): string {
  return rows.map((row) => csvLine(EXPORT_COLUMNS[kind].map((name) => row[name] ?? null))).join('');
}

/** A line of JSON (jsonlines.org). */
export function jsonRow(row: FlatRow): string {
  return `${JSON.stringify(row)}\n`;
}

function cell(value: FlatValue): string {
  if (value === null) return '';
  // A number of ours is a number, also below zero; only texts can be somebody's formula.
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\u2028\u2029]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
