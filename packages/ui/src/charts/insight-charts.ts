import { heatChart, trendChart } from './chart-options.ts';
import type { Chart, ChartLook, HeatCell, TrendPoint } from './chart-options.ts';

/** What a period's figure was, with its interval; null where there was too little to say. */
export interface PeriodEstimate {
  readonly period: string;
  readonly estimate: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** Points of a figure over periods. @param times 100 for a share that is shown in percent */
export function trendPoints(periods: readonly PeriodEstimate[], times = 1): TrendPoint[] {
  const scaled = (value: number | undefined) => (value === undefined ? null : Math.round(value * times * 100) / 100);
  return periods.map(({ period, estimate }) => ({
    label: period,
    ...{ value: scaled(estimate?.value), low: scaled(estimate?.low), high: scaled(estimate?.high) },
  }));
}

/** CSI goes from 1 to 10, with lines at 1, 4, 7 and 10; a share in percent from 0 to 100. */
export const CSI_RANGE = { min: 1, max: 10, interval: 3 } as const;
export const PERCENT_RANGE = { min: 0, max: 100 } as const;

/** A figure over periods; null while fewer than two have a value. */
export function periodsChart(
  points: readonly TrendPoint[],
  range: { readonly min: number; readonly max: number },
  look: ChartLook,
): Chart | null {
  return points.filter(({ value }) => value !== null).length < 2 ? null : trendChart(points, look, range);
}

/** Expected messages of a week, by hour: from the midnight of `from` on mean, low and high. */
export interface ExpectedLoad {
  readonly from: string;
  readonly hours: readonly (readonly [number, number, number])[];
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const WEEK = 7 * 24;

/** Names of the first week's days. @param locale as Intl takes it */
export function loadDays(from: string, locale: string): string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(start + day * 86_400_000));
}

/** The first of the expected weeks, hour by weekday; the second is alike. */
export function loadChart({ from, hours }: ExpectedLoad, locale: string, look: ChartLook): Chart {
  const days = loadDays(from, locale);
  const cells = hours.slice(0, WEEK).map(([value, low, high], at): HeatCell => {
    const [column, row] = [at % 24, Math.floor(at / 24)];
    const said = `${days[row] ?? ''} ${column}:00 · ${Math.round(value * 10) / 10} (${Math.round(low)}–${Math.round(high)})`;
    return { column, row, value, said };
  });
  return heatChart(HOURS, days, cells, look);
}

/** Customers of a month, and how many of them ordered in it and in each month after. */
export interface Cohort {
  readonly month: string;
  readonly size: number;
  readonly active: readonly number[];
}

/** A smaller cohort says nothing. */
const LEAST_COHORT = 5;

/** Cohorts that are drawn: the latest twelve of those that are large enough. */
export function drawnCohorts<T extends Cohort>(cohorts: readonly T[]): T[] {
  return cohorts.slice(-12).filter(({ size }) => size >= LEAST_COHORT);
}

/** Which share of each month's new customers ordered again so many months later, in percent; null while there is none. */
export function cohortChart(cohorts: readonly Cohort[], look: ChartLook): Chart | null {
  const shown = drawnCohorts(cohorts);
  const most = Math.max(0, ...shown.map(({ active }) => active.length - 1));
  if (shown.length === 0 || most === 0) return null;
  const columns = Array.from({ length: most }, (_, at) => `+${at + 1}`);
  const cells = shown.flatMap(({ month, size, active }, row) =>
    active.slice(1).map((count, column): HeatCell => {
      const value = Math.round((100 * count) / size);
      const said = `${month} +${column + 1} · ${count} / ${size} = ${value} %`;
      return { column, row, value, label: String(value), said };
    }),
  );
  return heatChart(
    columns,
    shown.map(({ month, size }) => `${month} (${size})`),
    cells,
    look,
  );
}
