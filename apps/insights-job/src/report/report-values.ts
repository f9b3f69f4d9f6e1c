import type { Locale } from '@solodesk/core';
import { REPORT_TEXTS } from './report-texts.ts';

const SCORES = new Set(['csi']);
const TIMES = /(First|Resolved)/;

/** A figure's value as people read it. Times in milliseconds, amounts in minor units, shares 0 to 1. */
export function valueText(name: string, value: number, locale: Locale, currency: string | null = null): string {
  if (currency !== null) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return format.format(Math.round(value) / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  }
  if (SCORES.has(name)) return value.toFixed(1);
  if (TIMES.test(name)) return durationText(value, locale);
  return `${(100 * value).toFixed(1)} %`;
}

function durationText(ms: number, locale: Locale): string {
  const [day, hour, minute, second] = REPORT_TEXTS[locale].units;
  const steps = [
    [86_400_000, day],
    [3_600_000, hour],
    [60_000, minute],
    [1_000, second],
  ] as const;
  const [unit, name] = steps.find(([each]) => ms >= each) ?? steps[3];
  const count = ms / unit;
  return `${count < 9.95 && count % 1 !== 0 ? count.toFixed(1) : Math.round(count)} ${name}`;
}

/** Text is text, also on this page. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
