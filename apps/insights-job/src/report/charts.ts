import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, GridComponent, VisualMapComponent, SVGRenderer]);

/** Stands for the colour of the page's text, which is another one in the dark. */
const INK = '#010203';
/** Blue and vermilion of Okabe and Ito's palette, which nobody takes for each other; both show on light and on dark. */
const BLUE = '#0072B2';
const WIDTH = 640;

export interface TrendPoint {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const text = { color: INK, fontSize: 12, fontFamily: 'inherit' };
const axis = { axisLabel: text, axisLine: { lineStyle: { color: INK, opacity: 0.4 } }, axisTick: { show: false } };
const grid = { left: 8, right: 16, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };

/** Draws on no screen: an SVG of its own, whose text has the page's colour. */
function draw(option: EChartsCoreOption, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, ...option });
    const svg = chart.renderToSVGString({ useViewBox: true });
    return (
      svg
        .replaceAll(/#010203|rgb\(1,\s*2,\s*3\)/gi, 'currentColor')
        // What a chart does under a pointer has no place on paper.
        .replaceAll(/<style[^>]*>[^]*?<\/style>/g, '')
        .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    );
  } finally {
    chart.dispose();
  }
}

/** A line over time within its interval; where too few were asked it has a gap. */
export function trendChart(points: readonly TrendPoint[], range: { min?: number; max?: number } = {}): string {
  const at = (pick: (point: TrendPoint) => number | null) => points.map(pick);
  const band = { type: 'line', symbol: 'none', lineStyle: { opacity: 0 }, stack: 'interval', silent: true };
  return draw(
    {
      grid,
      xAxis: { type: 'category', data: points.map(({ label }) => label), ...axis },
      yAxis: { type: 'value', scale: true, ...range, ...axis, splitLine: { lineStyle: { color: INK, opacity: 0.12 } } },
      series: [
        { ...band, data: at(({ low }) => low) },
        {
          ...band,
          data: at(({ low, high }) => (low === null || high === null ? null : high - low)),
          areaStyle: { color: BLUE, opacity: 0.2 },
        },
        {
          ...{ type: 'line', data: at(({ value }) => value), symbolSize: 7, connectNulls: false },
          ...{ itemStyle: { color: BLUE }, lineStyle: { color: BLUE, width: 2.5 } },
        },
      ],
    },
    220,
  );
}

/** Bars from the widest to the narrowest, each with its count. */
export function funnelChart(steps: readonly { readonly label: string; readonly count: number }[]): string {
  return draw(
    {
      grid: { ...grid, right: 56 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: steps.map(({ label }) => label),
        ...axis,
        axisLine: { show: false },
      },
      series: [
        {
          ...{ type: 'bar', data: steps.map(({ count }) => count), barWidth: 18, itemStyle: { color: BLUE } },
          label: { show: true, position: 'right', ...text },
        },
      ],
    },
    36 * steps.length + 24,
  );
}

export interface HeatCell {
  readonly column: number;
  readonly row: number;
  readonly value: number;
  /** What stands in it. */
  readonly label?: string;
}

/** A table of colours: one hue, the more the stronger. */
export function heatChart(columns: readonly string[], rows: readonly string[], cells: readonly HeatCell[]): string {
  const most = cells.reduce((sum, { value }) => Math.max(sum, value), 0);
  return draw(
    {
      grid,
      xAxis: { type: 'category', data: columns, ...axis, axisLine: { show: false }, position: 'top' },
      yAxis: { type: 'category', data: rows, inverse: true, ...axis, axisLine: { show: false } },
      visualMap: {
        ...{ show: false, min: 0, max: most > 0 ? most : 1, dimension: 2 },
        inRange: { color: ['rgba(0,114,178,0.05)', 'rgba(0,114,178,0.95)'] },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(({ column, row, value, label }) => ({
            value: [column, row, value],
            ...(label !== undefined && { label: { show: true, formatter: label.replaceAll('{', ''), ...text } }),
          })),
          itemStyle: { borderColor: 'transparent', borderWidth: 2 },
        },
      ],
    },
    24 * rows.length + 48,
  );
}
