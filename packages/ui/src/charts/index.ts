export {
  CHART_COLOURS,
  MOOD_COLOURS,
  funnelChart,
  heatChart,
  linesChart,
  partsChart,
  trendChart,
} from './chart-options.ts';
export type { Chart, ChartLook, ChartOption, HeatCell, NamedLine, TrendPoint } from './chart-options.ts';
export {
  cohortChart,
  CSI_RANGE,
  drawnCohorts,
  loadChart,
  loadDays,
  PERCENT_RANGE,
  periodsChart,
  trendPoints,
} from './insight-charts.ts';
export type { Cohort, ExpectedLoad, PeriodEstimate } from './insight-charts.ts';
