import type { Figure } from '@solodesk/analytics';
import type { PeriodFigures } from '../period-figures.ts';
import {
  cohortChart,
  CSI_RANGE,
  drawnCohorts,
  funnelChart,
  loadChart,
  loadDays,
  PERCENT_RANGE,
  periodsChart,
  trendPoints,
} from '@solodesk/ui/charts';
import { chartFigure, numbersTable } from './chart-figure.ts';
import { draw } from './charts.ts';
import { themeSections } from './theme-sections.ts';
import type { ReportParts } from './report-parts.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** Charts with their names and, for whoever does not see them, their numbers. What has nothing to show is left out. */
export function chartSections(parts: ReportParts): string {
  const t = REPORT_TEXTS[parts.locale];
  return [
    trend(parts, t.csiTrend, (figures) => figures.csi, 1, CSI_RANGE),
    trend(parts, t.containmentTrend, (figures) => figures.kpis.containment, 100, PERCENT_RANGE),
    funnel(parts),
    themeSections(parts),
    load(parts),
    cohortMap(parts),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

const STEPS = ['visitors', 'started', 'answered', 'ended', 'solved'] as const;

function funnel({ locale, look, figures: { counts } }: ReportParts): string {
  if (STEPS.every((step) => counts[step] === 0)) return '';
  const t = REPORT_TEXTS[locale];
  const steps = STEPS.map((step) => ({ label: t.steps[step], count: counts[step] }));
  const numbers = numbersTable(
    locale,
    steps.map(({ label, count }) => [label, String(count)]),
  );
  const note = counts.ended > counts.started ? `<p class="muted">${t.endedBefore}</p>` : '';
  return `${chartFigure(t.funnel, draw(funnelChart(steps, look), look), numbers)}${note}`;
}

function trend(
  parts: ReportParts,
  name: string,
  pick: (figures: PeriodFigures) => Figure,
  times: number,
  range: { min: number; max: number },
): string {
  const t = REPORT_TEXTS[parts.locale];
  const points = trendPoints(
    parts.history.map((figures) => ({ period: figures.period, estimate: pick(figures).estimate })),
    times,
  );
  const chart = periodsChart(points, range, parts.look);
  if (chart === null) return '';
  const said = (value: number | null) => (value === null ? '–' : String(value));
  const rows = points.map(({ label, value, low, high }) => [label, said(value), `${said(low)} … ${said(high)}`]);
  return chartFigure(name, draw(chart, parts.look), numbersTable(parts.locale, rows, [t.period, t.value, '95 %']));
}

function load(parts: ReportParts): string {
  const { load: expected, locale, look } = parts;
  if (!expected?.hours) return '';
  const t = REPORT_TEXTS[locale];
  const { from, hours } = expected;
  const rows = loadDays(from, locale).map((day, row) => [
    day,
    ...hours
      .slice(row * 24, row * 24 + 24)
      .map(([value, low, high]) => `${Math.round(value * 10) / 10} (${Math.round(low)}–${Math.round(high)})`),
  ]);
  const head = ['', ...Array.from({ length: 24 }, (_, hour) => String(hour))];
  return chartFigure(
    t.load,
    draw(loadChart({ from, hours }, locale, look), look),
    numbersTable(parts.locale, rows, head),
  );
}

function cohortMap(parts: ReportParts): string {
  const t = REPORT_TEXTS[parts.locale];
  const all = parts.cohorts?.cohorts ?? [];
  const chart = cohortChart(all, parts.look);
  if (chart === null) return '';
  const shown = drawnCohorts(all);
  const most = Math.max(...shown.map(({ active }) => active.length - 1));
  const columns = Array.from({ length: most }, (_, at) => `+${at + 1}`);
  const rows = shown.map(({ month, size, active }) => [month, String(size), ...active.slice(1).map(String)]);
  return chartFigure(
    t.cohorts,
    draw(chart, parts.look),
    numbersTable(parts.locale, rows, [t.month, t.customers, ...columns]),
  );
}
