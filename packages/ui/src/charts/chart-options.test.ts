import { describe, expect, it } from '@jest/globals';
import { CHART_COLOURS, linesChart, partsChart, trendChart } from './chart-options.ts';

const look = { ink: '#111111', fontFamily: 'serif' };
interface Drawn {
  series: { name?: string; data: unknown[]; symbol?: string; lineStyle?: { type?: unknown; color?: string } }[];
  yAxis: { data?: string[]; axisLabel: { color: string; fontFamily: string } };
}

describe('a chart', () => {
  it('tells its lines apart by colour, dashes and marks, each by itself', () => {
    const lines = Array.from({ length: 9 }, (_, at) => ({ name: `n${at}`, values: [at, null] }));
    const { series, yAxis } = linesChart(['a', 'b'], lines, look).option as unknown as Drawn;
    expect(series).toHaveLength(CHART_COLOURS.length);
    for (const part of ['colour', 'dashes', 'marks'] as const) {
      const told = series.map(({ symbol, lineStyle }) =>
        JSON.stringify({ colour: lineStyle?.color, dashes: lineStyle?.type, marks: symbol }[part]),
      );
      expect(new Set(told).size).toBe(series.length);
    }
    expect(yAxis.axisLabel).toMatchObject({ color: '#111111', fontFamily: 'serif' });
  });

  it('counts lines of one name, so that its legend has each of them', () => {
    const lines = ['late', 'late', 'dear'].map((name) => ({ name, values: [1] }));
    const { series } = linesChart(['a'], lines, look).option as unknown as Drawn;
    expect(series.map(({ name }) => name)).toEqual(['late', 'late (2)', 'dear']);
  });

  it('has as many rows below for its names as its place is narrow', () => {
    const lines = ['courier parcel lost', 'refund pan', 'too expensive', 'page crashed'].map((name) => ({
      name,
      values: [1],
    }));
    const heightAt = (width: number) => linesChart(['a'], lines, { ...look, width }).height;
    expect(heightAt(316)).toBeGreaterThan(heightAt(640));
    expect(heightAt(80)).toBeLessThan(1_000);
  });

  it('shortens long names of lines, which are still told apart', () => {
    const long = 'a name that goes on and on and on and on';
    const lines = [long, long].map((name) => ({ name, values: [1] }));
    const { series } = linesChart(['a'], lines, look).option as unknown as Drawn;
    expect(series.map(({ name }) => name)).toEqual([
      'a name that goes on and on and …',
      'a name that goes on and on and … (2)',
    ]);
  });

  it('shortens long names beside bars, and has room for each row', () => {
    const parts = [{ name: 'bad', colour: '#D55E00', values: [1, 2] }];
    const chart = partsChart(['short', 'a name that goes on and on and on'], parts, look);
    expect((chart.option as unknown as Drawn).yAxis.data).toEqual(['short', 'a name that goes on a…']);
    expect(partsChart(['one'], parts, look).height).toBeLessThan(chart.height);
  });

  it('leaves a gap where too little is known, in the line and in its interval', () => {
    const points = [
      { label: 'a', value: 2, low: 1, high: 4 },
      { label: 'b', value: null, low: null, high: null },
    ];
    const { series } = trendChart(points, look).option as unknown as Drawn;
    expect(series.map(({ data }) => data)).toEqual([
      [1, null],
      [3, null],
      [2, null],
    ]);
  });
});
