import { describe, expect, it } from '@jest/globals';
import {
  cohortChart,
  CSI_RANGE,
  drawnCohorts,
  loadChart,
  loadDays,
  periodsChart,
  trendPoints,
} from './insight-charts.ts';

const look = { ink: '#111111' };
interface Drawn {
  xAxis: { data: string[] };
  yAxis: { data: string[]; min?: number; max?: number };
  series: { data: { value: number[]; name: string; label?: { formatter: string } }[] }[];
}
const drawn = (chart: { option: unknown } | null) => chart?.option as Drawn;

describe('a figure over periods', () => {
  const period = (name: string, value: number | null) => ({
    period: name,
    estimate: value === null ? null : { value, low: value - 0.1, high: value + 0.1 },
  });

  it('is shown in percent where it is a share, with a gap where there was too little to say', () => {
    expect(trendPoints([period('a', 0.456), period('b', null)], 100)).toEqual([
      { label: 'a', value: 45.6, low: 35.6, high: 55.6 },
      { label: 'b', value: null, low: null, high: null },
    ]);
  });

  it('is drawn from two values on, over its whole range', () => {
    expect(periodsChart(trendPoints([period('a', 8), period('b', null)]), CSI_RANGE, look)).toBeNull();
    expect(drawn(periodsChart(trendPoints([period('a', 8), period('b', 9)]), CSI_RANGE, look)).yAxis).toMatchObject({
      ...{ min: 1, max: 10 },
    });
  });
});

describe('the expected load', () => {
  const hours = Array.from({ length: 336 }, (_, at): [number, number, number] => [at / 4, 0, at]);

  it('is the first week by hour and weekday, each cell with its interval', () => {
    const { xAxis, yAxis, series } = drawn(loadChart({ from: '2026-11-30', hours }, 'en', look));
    expect([xAxis.data.length, yAxis.data]).toEqual([24, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']]);
    expect(series[0]!.data).toHaveLength(168);
    expect(series[0]!.data[25]).toMatchObject({ value: [1, 1, 6.25], name: 'Tue 1:00 · 6.3 (0–25)' });
    expect(loadDays('2026-11-30', 'zh')[0]).toBe('周一');
  });
});

describe('cohorts', () => {
  const cohorts = [
    { month: '2026-08', size: 4, active: [4, 4] },
    { month: '2026-09', size: 10, active: [10, 4, 3] },
    { month: '2026-10', size: 8, active: [8, 2] },
  ];

  it('are drawn in percent where they are large enough, and not at all while nobody could come back', () => {
    expect(drawnCohorts(cohorts).map(({ month }) => month)).toEqual(['2026-09', '2026-10']);
    const { xAxis, yAxis, series } = drawn(cohortChart(cohorts, look));
    expect([xAxis.data, yAxis.data]).toEqual([
      ['+1', '+2'],
      ['2026-09 (10)', '2026-10 (8)'],
    ]);
    expect(series[0]!.data.map(({ value }) => value[2])).toEqual([40, 30, 25]);
    expect(series[0]!.data[1]!.name).toBe('2026-09 +2 · 3 / 10 = 30 %');
    expect(cohortChart(cohorts.slice(0, 1), look)).toBeNull();
    expect(cohortChart([{ month: '2026-11', size: 9, active: [9] }], look)).toBeNull();
  });
});
