/** An option of ECharts, as far as it is ours: whoever draws it brings the library. */
export type ChartOption = Record<string, unknown>;

/** What a chart is drawn for. */
export interface ChartLook {
  /** Colour of text and axes. */
  readonly ink: string;
  readonly fontSize?: number;
  /** By which the room for texts is measured; left out: the page's. */
  readonly fontFamily?: string;
  /** How much room there is across; left out: a page's. Pixels. */
  readonly width?: number;
}

/** A chart that is to be drawn, and how high. Pixels. */
export interface Chart {
  readonly option: ChartOption;
  readonly height: number;
}

/**
 * Okabe and Ito's palette, which nobody takes for each other, in an order in which neighbours differ in lightness too; black and yellow are left out, as
 * one of them vanishes on dark and the other on light. Lines differ by their dashes and marks as well.
 */
export const CHART_COLOURS = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00'] as const;
const BLUE = CHART_COLOURS[0];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 2], [12, 4]] as const;
const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;

/** Where there is no screen texts are measured too small by some percent: what stands left of a chart has room for that, and so have the names below. */
const gridOf = ({ fontSize = 12 }: ChartLook) => ({
  ...{ left: 1.25 * fontSize, right: 16, top: 16, bottom: 8 },
  ...{ outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
});
const textOf = ({ ink, fontSize = 12, fontFamily = 'inherit' }: ChartLook) => ({ color: ink, fontSize, fontFamily });
const axisOf = (look: ChartLook) => ({
  axisLabel: textOf(look),
  axisLine: { lineStyle: { color: look.ink, opacity: 0.4 } },
  axisTick: { show: false },
});
const splitLineOf = ({ ink }: ChartLook) => ({ lineStyle: { color: ink, opacity: 0.12 } });
/** So much of a name stands in a legend: what an owner calls a theme may be longer than a phone is wide. UTF-16 units. */
const LONGEST_LABEL = 32;
const legendOf = (look: ChartLook) => ({
  ...{ bottom: 0, left: 8, icon: 'inherit', textStyle: textOf(look), itemWidth: 28 },
  // On a screen the room is smaller than a page's.
  ...(look.width !== undefined && { itemGap: 1.6 * (look.fontSize ?? 12) }),
});
/** Of a page. Pixels. */
const WIDTH = 640;
/** Room for a legend of so many names below. */
const withLegend = (names: readonly string[], look: ChartLook) => {
  const { width = WIDTH, fontSize = 12 } = look;
  const across = names.reduce((sum, name) => sum + 60 + 0.75 * fontSize * name.length, 0);
  const high = fontSize + 10;
  const rows = Math.max(1, Math.ceil(across / Math.max(width - 80, 120)));
  return { grid: { ...gridOf(look), bottom: 12 + high * rows }, more: high * rows };
};

export interface TrendPoint {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A line over time within its interval; where too few were asked it has a gap. */
export function trendChart(
  points: readonly TrendPoint[],
  look: ChartLook,
  range: { min?: number; max?: number; interval?: number } = {},
): Chart {
  const at = (pick: (point: TrendPoint) => number | null) => points.map(pick);
  const band = { type: 'line', symbol: 'none', lineStyle: { opacity: 0 }, stack: 'interval', silent: true };
  const axis = axisOf(look);
  return {
    height: 220,
    option: {
      grid: gridOf(look),
      xAxis: { type: 'category', data: points.map(({ label }) => label), ...axis },
      yAxis: { type: 'value', scale: true, ...range, ...axis, splitLine: splitLineOf(look) },
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
  };
}

/** Bars from the widest to the narrowest, each with its count. */
export function funnelChart(
  steps: readonly { readonly label: string; readonly count: number }[],
  look: ChartLook,
): Chart {
  return {
    height: 36 * steps.length + 24,
    option: {
      grid: { ...gridOf(look), right: 56 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        ...{ type: 'category', inverse: true, data: steps.map(({ label }) => label) },
        ...axisOf(look),
        axisLine: { show: false },
      },
      series: [
        {
          ...{ type: 'bar', data: steps.map(({ count }) => count), barWidth: 18, itemStyle: { color: BLUE } },
          label: { show: true, position: 'right', ...textOf(look) },
        },
      ],
    },
  };
}

export interface HeatCell {
  readonly column: number;
  readonly row: number;
  readonly value: number;
  /** What stands in it. */
  readonly label?: string;
  /** What is said of it under a pointer. */
  readonly said?: string;
}

/** A table of colours: one hue, the more the stronger. */
export function heatChart(
  columns: readonly string[],
  rows: readonly string[],
  cells: readonly HeatCell[],
  look: ChartLook,
): Chart {
  const most = cells.reduce((sum, { value }) => Math.max(sum, value), 0);
  const axis = { ...axisOf(look), axisLine: { show: false } };
  return {
    height: 24 * rows.length + 48,
    option: {
      grid: gridOf(look),
      xAxis: { type: 'category', data: columns, ...axis, position: 'top' },
      yAxis: { type: 'category', data: rows, inverse: true, ...axis },
      visualMap: {
        ...{ show: false, min: 0, max: most > 0 ? most : 1, dimension: 2 },
        inRange: { color: ['rgba(0,114,178,0.05)', 'rgba(0,114,178,0.95)'] },
      },
      series: [
        {
          type: 'heatmap',
          data: cells.map(({ column, row, value, label, said }) => ({
            value: [column, row, value],
            ...(said !== undefined && { name: said }),
            ...(label !== undefined && {
              label: { show: true, formatter: label.replaceAll('{', ''), ...textOf(look) },
            }),
          })),
          itemStyle: { borderColor: 'transparent', borderWidth: 2 },
        },
      ],
    },
  };
}

export interface NamedLine {
  readonly name: string;
  /** By label; null: not there then. */
  readonly values: readonly (number | null)[];
}

/** Several lines over time, told apart by colour, dashes and marks. At most as many as there are colours. */
export function linesChart(labels: readonly string[], lines: readonly NamedLine[], look: ChartLook): Chart {
  const axis = axisOf(look);
  const shown = toldApart(lines.slice(0, CHART_COLOURS.length).map(withLabel));
  const names = shown.map(({ name }) => name);
  const { grid: room, more } = withLegend(names, look);
  return {
    height: 220 + more,
    option: {
      grid: room,
      legend: legendOf(look),
      xAxis: { type: 'category', data: labels, ...axis },
      yAxis: { type: 'value', min: 0, minInterval: 1, ...axis, splitLine: splitLineOf(look) },
      series: shown.map(({ name, values }, at) => ({
        ...{ type: 'line', name, data: values, symbol: MARKS[at], symbolSize: 8, connectNulls: false },
        itemStyle: { color: CHART_COLOURS[at] },
        lineStyle: { color: CHART_COLOURS[at], width: 2.5, type: DASHES[at] },
      })),
    },
  };
}

const withLabel = (line: NamedLine): NamedLine => ({ ...line, name: shortened(line.name, LONGEST_LABEL) });

/** Of lines that an owner gave one name a legend would show the first alone. */
function toldApart(lines: readonly NamedLine[]): readonly NamedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const times = (seen.get(line.name) ?? 0) + 1;
    seen.set(line.name, times);
    return times === 1 ? line : { ...line, name: `${line.name} (${times})` };
  });
}

/** Beside bars there is room for so much of a name. UTF-16 units. */
const longestName = ({ fontSize = 12 }: ChartLook) => (fontSize > 12 ? 16 : 22);
const shortened = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/** Bars of several parts each; what is worse lies left. */
export function partsChart(
  rows: readonly string[],
  parts: readonly { readonly name: string; readonly colour: string; readonly values: readonly number[] }[],
  look: ChartLook,
): Chart {
  const names = parts.map(({ name }) => name);
  const { grid: room, more } = withLegend(names, look);
  return {
    height: 34 * rows.length + 24 + more,
    option: {
      grid: { ...room, right: 24 },
      legend: { ...legendOf(look), icon: 'rect', itemWidth: 14 },
      xAxis: { type: 'value', show: false },
      yAxis: {
        ...{
          type: 'category',
          inverse: true,
          data: rows.map((row) => shortened(row, longestName(look))),
          ...axisOf(look),
          axisLine: { show: false },
        },
      },
      series: parts.map(({ name, colour, values }) => ({
        ...{ type: 'bar', stack: 'all', name, data: values, barWidth: 18, itemStyle: { color: colour } },
      })),
    },
  };
}

/** Moods: vermilion, grey and blue, which differ in lightness as well. */
export const MOOD_COLOURS = { negative: '#D55E00', neutral: '#9A97A6', positive: '#0072B2' } as const;
