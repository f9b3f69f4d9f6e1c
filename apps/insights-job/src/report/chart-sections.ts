import type { Figure } from '@solodesk/analytics';
import type { PeriodFigures } from '../period-figures.ts';
import { funnelChart, heatChart, trendChart } from '@solodesk/ui/charts';
import type { HeatCell, TrendPoint } from '@solodesk/ui/charts';
import { chartFigure, numbersTable } from './chart-figure.ts';
import { draw, PAPER } from './charts.ts';
import { themeSections } from './theme-sections.ts';
import type { ReportParts } from './report-parts.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** Charts with their names and, for whoever does not see them, their numbers. What has nothing to show is left out. */
export function chartSections(parts: ReportParts): string {
  const t = REPORT_TEXTS[parts.locale];
  const { counts } = parts.figures;
  const steps = (['visitors', 'started', 'answered', 'ended', 'solved'] as const).map((step) => ({
    ...{ label: t.steps[step], count: counts[step] },
  }));
  return [
    trend(parts, t.csiTrend, (figures) => figures.csi, 1, { min: 1, max: 10 }),
    trend(parts, t.containmentTrend, (figures) => figures.kpis.containment, 100, { min: 0, max: 100 }),
    chartFigure(
      t.funnel,
      draw(funnelChart(steps, PAPER)),
      numbersTable(
        parts.locale,
        steps.map(({ label, count }) => [label, String(count)]),
      ),
    ),
    themeSections(parts),
    load(parts),
    cohortMap(parts),
  ].join('\n');
}

function trend(
  parts: ReportParts,
  name: string,
  pick: (figures: PeriodFigures) => Figure,
  times: number,
  range: { min: number; max: number },
): string {
  const t = REPORT_TEXTS[parts.locale];
  const points = parts.history.map((figures): TrendPoint => {
    const { estimate } = pick(figures);
    const scaled = (value: number | undefined) => (value === undefined ? null : Math.round(value * times * 100) / 100);
    return {
      label: figures.period,
      value: scaled(estimate?.value),
      low: scaled(estimate?.low),
      high: scaled(estimate?.high),
    };
  });
  if (points.filter(({ value }) => value !== null).length < 2) return '';
  const said = (value: number | null) => (value === null ? '–' : String(value));
  const rows = points.map(({ label, value, low, high }) => [label, said(value), `${said(low)} … ${said(high)}`]);
  return chartFigure(
    name,
    draw(trendChart(points, PAPER, range)),
    numbersTable(parts.locale, rows, [t.period, t.value, '95 %']),
  );
}

function load(parts: ReportParts): string {
  const { load: expected, locale } = parts;
  if (!expected?.hours) return '';
  const t = REPORT_TEXTS[locale];
  const start = Date.parse(`${expected.from}T00:00:00Z`);
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const days = Array.from({ length: 7 }, (_, day) => format.format(start + day * 86_400_000));
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  const cells = expected.hours.slice(0, 168).map(([value = 0], at): HeatCell => ({
    ...{ column: at % 24, row: Math.floor(at / 24), value },
  }));
  const rows = days.map((day, row) => [
    day,
    ...hours.map((_, hour) => {
      const [value = 0, low = 0, high = 0] = expected.hours?.[row * 24 + hour] ?? [];
      return `${Math.round(value * 10) / 10} (${Math.round(low)}–${Math.round(high)})`;
    }),
  ]);
  return chartFigure(
    t.load,
    draw(heatChart(hours, days, cells, PAPER)),
    numbersTable(parts.locale, rows, ['', ...hours]),
  );
}

function cohortMap(parts: ReportParts): string {
  const t = REPORT_TEXTS[parts.locale];
  const shown = parts.cohorts?.cohorts.slice(-12).filter(({ size }) => size >= 5) ?? [];
  const most = Math.max(0, ...shown.map(({ active }) => active.length - 1));
  if (shown.length === 0 || most === 0) return '';
  const columns = Array.from({ length: most }, (_, at) => `+${at + 1}`);
  const percent = (count: number, size: number) => Math.round((100 * count) / size);
  const cells = shown.flatMap(({ size, active }, row) =>
    active.slice(1).map((count, column): HeatCell => {
      const value = percent(count, size);
      return { column, row, value, label: String(value) };
    }),
  );
  const names = shown.map(({ month, size }) => `${month} (${size})`);
  const rows = shown.map(({ month, size, active }) => [month, String(size), ...active.slice(1).map(String)]);
  return chartFigure(
    t.cohorts,
    draw(heatChart(columns, names, cells, PAPER)),
    numbersTable(parts.locale, rows, [t.month, t.customers, ...columns]),
  );
}
