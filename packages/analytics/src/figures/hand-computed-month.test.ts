import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cac } from './cac.ts';
import { churn, crr } from './crr.ts';
import { csi } from './csi.ts';
import { kpis } from './kpis.ts';
import { customerCounts, customerLives } from './life-cycle.ts';

interface SheetRow {
  kind: string;
  who: string;
  date: string;
  value: string;
  unit: string;
  how: string;
}

const lines = readFileSync(new URL('./hand-computed-month.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const sheet: SheetRow[] = lines.map((line) => {
  const [kind = '', who = '', date = '', value = '', unit = '', how = ''] = line.split(',');
  return { kind, who, date, value, unit, how };
});
const rows = (kind: string) => sheet.filter((row) => row.kind === kind);
const result = (name: string) => Number(rows('result').find((row) => row.who === name)?.value);
const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const [period] = rows('period');
const within = Number(rows('rule')[0]?.value);

/** Minutes of "owner 45 minutes; unsolved"; null where the owner said nothing. */
function ownerMinutes({ how }: SheetRow): number | null {
  const minutes = /owner (\d+) minutes/.exec(how)?.[1];
  return minutes === undefined ? null : Number(minutes);
}

describe('the month that was computed by hand', () => {
  const orders = new Map<string, number[]>();
  for (const { who, date } of rows('order')) orders.set(who, [...(orders.get(who) ?? []), dayOf(date)]);
  const { lives } = customerLives(
    [...orders].map(([id, days]) => ({ id, since: 0, marked: null, orders: days, seen: [] })),
  );
  const counts = customerCounts(lives, { from: dayOf(period?.date ?? ''), to: dayOf(period?.value ?? ''), within });

  it('has its customers at the start, won and at the end', () => {
    expect(counts).toEqual({ start: result('S'), won: result('N'), end: result('E'), cameBack: result('cameBack') });
  });

  it('has its retention and its churn', () => {
    const kept = crr(counts).estimate;
    expect(kept?.value).toBeCloseTo(result('crr'), 4);
    expect(kept?.low).toBeCloseTo(result('crrLow'), 3);
    expect(kept?.high).toBeCloseTo(result('crrHigh'), 3);
    expect(churn(counts).estimate?.value).toBeCloseTo(result('churn'), 4);
  });

  it('has its cost of a customer, by currency', () => {
    const spend = rows('spend').map(({ unit, value }) => ({ currency: unit, amount: Number(value) * 100 }));
    const [euros, dollars] = cac(spend, counts.won);
    expect(euros?.currency).toBe('EUR');
    expect(euros?.figure.estimate?.value).toBeCloseTo(result('cacEUR') * 100, 6);
    expect((euros?.figure.estimate?.low ?? 0) / 100).toBeCloseTo(result('cacEURLow'), 1);
    expect((euros?.figure.estimate?.high ?? 0) / 100).toBeCloseTo(result('cacEURHigh'), 1);
    expect(dollars?.figure.estimate?.value).toBeCloseTo(result('cacUSD') * 100, 6);
  });

  it('has its satisfaction', () => {
    const { value } = csi(rows('score').map((row) => Number(row.value)));
    expect(value?.mean).toBeCloseTo(result('csi'), 3);
    expect(value?.low).toBeCloseTo(result('csiLow'), 2);
    expect(value?.high).toBeCloseTo(result('csiHigh'), 2);
  });

  it('has its times and rates', () => {
    const talks = rows('talk');
    const minutes = talks.map(ownerMinutes).filter((each) => each !== null);
    const figures = kpis({
      botFirst: talks.filter(({ value }) => value !== '').map(({ value }) => Number(value) * 1_000),
      ownerFirst: minutes.map((each) => ({ all: each * 60_000, open: each * 60_000 })),
      ended: talks
        .filter(({ how }) => !how.includes('goes on'))
        .map((talk) => ({
          ...{ all: 3_600_000, open: 3_600_000, solved: /\bsolved/.test(talk.how) },
          ...{ handedOff: ownerMinutes(talk) !== null, ownerSpoke: ownerMinutes(talk) !== null },
        })),
      promises: rows('promise').map(({ value }) => ({ kept: value === 'kept' })),
      scores: rows('score').map((row) => Number(row.value)),
    });
    const inUnits = { botFirstMedian: 1_000, ownerFirstMedian: 60_000, ownerFirstP90: 60_000 } as const;
    for (const [name, unit] of Object.entries(inUnits)) {
      expect((figures[name as keyof typeof inUnits].estimate?.value ?? NaN) / unit).toBeCloseTo(result(name), 6);
    }
    for (const name of ['csat', 'resolutionRate', 'handoffRate', 'containment', 'promiseKept'] as const) {
      expect(figures[name].estimate?.value).toBeCloseTo(result(name), 4);
    }
  });
});
