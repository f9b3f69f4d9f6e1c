import { escape } from './escape.ts';

/** The plot of a chart with both axes from 0, in the units of its `viewBox`: 360 wide, so that text stays readable on a phone. */
const WIDTH = 360;
const HEIGHT = 240;
const LEFT = 56;
const RIGHT = 20;
const TOP = 12;
const BOTTOM = 42;

export interface Axis {
  label: string;
  max: number;
  /** Steps between the lines. */
  steps: number;
  format(value: number): string;
}

export interface Plot {
  x(value: number): number;
  y(value: number): number;
}

/** A chart: grid, ticks and labels, and in it what `draw` returns. @param summary for those who cannot see it */
export function chart(summary: string, x: Axis, y: Axis, draw: (plot: Plot) => string): string {
  const plot: Plot = {
    x: (value) => LEFT + (Math.min(value, x.max) / x.max) * (WIDTH - LEFT - RIGHT),
    y: (value) => HEIGHT - BOTTOM - (Math.min(value, y.max) / y.max) * (HEIGHT - TOP - BOTTOM),
  };
  const bottom = HEIGHT - BOTTOM;
  const xs = ticks(x).map(({ value, text }) => {
    const at = round(plot.x(value));
    return `<text class="tick" x="${at}" y="${bottom + 16}" text-anchor="middle">${text}</text>`;
  });
  const ys = ticks(y).map(({ value, text }) => {
    const at = round(plot.y(value));
    return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}"/><text class="tick" x="${LEFT - 6}" y="${at + 4}" text-anchor="end">${text}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(summary)}">${xs.join('')}${ys.join('')}${draw(plot)}<text class="axis" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escape(x.label)}</text><text class="axis" transform="translate(10 ${(TOP + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(y.label)}</text></svg>`;
}

function ticks({ max, steps, format }: Axis): { value: number; text: string }[] {
  return Array.from({ length: steps + 1 }, (_, index) => (index * max) / steps).map((value) => ({
    value,
    text: escape(format(value)),
  }));
}

/** Coordinates need no more than a tenth of a unit. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
