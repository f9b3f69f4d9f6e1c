import { money } from '../money.ts';
import type { Locale } from '../wire-types.ts';

/** What a figure counts in. */
export type InsightUnit = 'score' | 'share' | 'time' | { readonly currency: string };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: Readonly<Record<Locale, readonly (readonly [ms: number, unit: string])[]>> = {
  en: [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
    [SECOND, 's'],
  ],
  zh: [
    [DAY, '天'],
    [HOUR, '小时'],
    [MINUTE, '分钟'],
    [SECOND, '秒'],
  ],
};

/** A time in its largest unit, with one decimal under ten of them: 2.5 s, 12 min. */
function duration(ms: number, locale: Locale): string {
  const steps = STEPS[locale];
  const [unit, name] = steps.find(([each]) => ms >= each) ?? [SECOND, steps.at(-1)?.[1] ?? ''];
  const count = ms / unit;
  return `${count < 9.95 && count % 1 !== 0 ? count.toFixed(1) : Math.round(count)} ${name}`;
}

/** A figure's value as people read it. */
export function insightValue(value: number, unit: InsightUnit, locale: Locale): string {
  if (unit === 'score') return value.toFixed(1);
  if (unit === 'share') return `${(value * 100).toFixed(value === 0 || value === 1 ? 0 : 1)} %`;
  if (unit === 'time') return duration(value, locale);
  return money(Math.round(value), unit.currency, locale);
}
