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
