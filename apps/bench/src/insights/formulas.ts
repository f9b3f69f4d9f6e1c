import { cac, churn, crr, csi, expectLoad } from '@solodesk/analytics';
import type { BenchResult, Figure } from '../command/bench-result.ts';
import { judge, round } from '../command/bench-result.ts';
import { cdnowPurchases, dayOf } from './cdnow.ts';
import { generatedLoad } from './generated-load.ts';

/** As the documents print them. */
const TARGETS = [
  ...limits('csi', 8.7, 0),
  ...limits('csiLow', 8.02, 0.005),
  ...limits('csiHigh', 9.38, 0.005),
  ...limits('keptPercent', 80, 0),
  ...limits('lostPercent', 20, 1e-9),
  ...limits('keptLow', 77.4, 0.05),
  ...limits('keptHigh', 82.4, 0.05),
  ...limits('cac', 200, 0),
  ...limits('cacLow', 152, 0.5),
  ...limits('cacHigh', 269, 0.5),
  { figure: 'loadAgainstLastWeekGenerated', atMost: 0.999 },
  { figure: 'loadAgainstLastWeekCdnow', atMost: 0.999 },
];

function limits(figure: string, value: number, by: number) {
  return [{ figure, atLeast: value - by, atMost: value + by }];
}

/** The printed examples of the formulas, and the forecast against "same as last week". @param data the folder of public sets */
export function benchFormulas(data: string): Promise<BenchResult> {
  const satisfaction = csi([9, 8, 9, 10, 7, 8, 9, 8, 10, 9]).value;
  const customers = { start: 1_000, end: 800, won: 0 };
  const [kept, lost] = [crr(customers).estimate, churn(customers).estimate];
  const cost = cac([{ currency: 'EUR', amount: 10_000 }], 50)[0]?.figure.estimate;
  const generated = Array.from({ length: 20 }, (_, seed) => heldOut(generatedLoad(seed + 1), 168));
  const cdnow = heldOutWeeks(dailyPurchases(data));
  const exact: Record<string, Figure> = {
    csi: satisfaction?.mean ?? NaN,
    csiLow: satisfaction?.low ?? NaN,
    csiHigh: satisfaction?.high ?? NaN,
    keptPercent: 100 * (kept?.value ?? NaN),
    keptLow: 100 * (kept?.low ?? NaN),
    keptHigh: 100 * (kept?.high ?? NaN),
    lostPercent: 100 * (lost?.value ?? NaN),
    cac: cost?.value ?? NaN,
    cacLow: cost?.low ?? NaN,
    cacHigh: cost?.high ?? NaN,
    loadAgainstLastWeekGenerated: ratio(generated),
    loadWithinIntervalGenerated: mean(generated.map(({ within }) => within)),
    loadAgainstLastWeekCdnow: ratio(cdnow),
    loadWithinIntervalCdnow: mean(cdnow.map(({ within }) => within)),
  };
  const figures = Object.fromEntries(
    Object.entries(exact).map(([name, value]) => [name, typeof value === 'number' ? round(value) : value]),
  );
  return Promise.resolve({
    name: 'formulas',
    figures,
    control: { heldOutSeriesGenerated: generated.length, heldOutFortnightsCdnow: cdnow.length },
    runs: 1,
    repeats: [figures],
    targets: judge(TARGETS, exact),
  });
}

interface HeldOut {
  ours: number;
  lastWeek: number;
  within: number;
}

/** Two weeks that were held out: our mean absolute error, that of "same as last week", and how often the interval held. */
function heldOut(counts: readonly number[], slots: 7 | 168): HeldOut {
  const known = counts.slice(0, -2 * slots);
  const held = counts.slice(-2 * slots);
  const expected = expectLoad(known, slots) ?? [];
  return {
    ours: mean(held.map((was, at) => Math.abs(was - (expected[at]?.expected ?? NaN)))),
    lastWeek: mean(held.map((was, at) => Math.abs(was - (known[known.length - slots + (at % slots)] ?? NaN)))),
    within: mean(held.map((was, at) => (was >= (expected[at]?.low ?? 1) && was <= (expected[at]?.high ?? 0) ? 1 : 0))),
  };
}

/** Every fortnight from the tenth week on, each expected from all that was before it. */
function heldOutWeeks(counts: readonly number[]): HeldOut[] {
  const all: HeldOut[] = [];
  for (let until = 12 * 7; until <= counts.length; until += 14) all.push(heldOut(counts.slice(0, until), 7));
  return all;
}

/** A real series: purchases a day, after the first quarter of 1997, in which the customers were chosen. */
function dailyPurchases(data: string): number[] {
  const days = cdnowPurchases(data).map(({ date }) => dayOf(date));
  const first = dayOf('19970401');
  const last = dayOf('19980630');
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const day of days) if (day >= first && day <= last) counts[day - first] = (counts[day - first] ?? 0) + 1;
  return counts;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const ratio = (all: readonly HeldOut[]): number =>
  mean(all.map(({ ours }) => ours)) / mean(all.map((each) => each.lastWeek));
