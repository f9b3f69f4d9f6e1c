/** Of so many weeks at most the forecast is made: what was long ago says little. */
const MOST_WEEKS = 26;
/** How much the newest week counts; that which would have foretold the weeks that are known best is taken. */
const RATES = [0.05, 0.1, 0.2, 0.3, 0.5];
/** How many observations' weight the plain pattern (weekday × hour) has against a slot's own mean. */
const SHRINKS = [0, 2, 6, 20];
const Z = 1.959963984540054;

/** What is expected in a slot, with a 95 % interval for the count itself. */
export interface LoadEstimate {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

interface Choice {
  readonly rate: number;
  readonly shrink: number;
}

/**
 * Expects the counts of the coming weeks from those of the weeks before: a level that follows the newest weeks, times the usual
 * shape of a week, in which each slot's own mean is drawn towards weekday × hour. How fast and how far is chosen by what would have
 * foretold the known weeks best. The interval is that of an overdispersed Poisson count around it.
 * @param counts by slot, oldest first; whole weeks (what is too much at the beginning is left out)
 * @param slots a week: 168 for hours, 7 for days
 * @param ahead how many weeks are expected
 * @returns ahead × slots estimates; null of fewer than two weeks
 * @throws RangeError for what is no count, and for slots that make no week
 */
export function expectLoad(counts: readonly number[], slots: 7 | 168, ahead = 2): readonly LoadEstimate[] | null {
  const wrong = counts.find((count) => !(Number.isFinite(count) && count >= 0));
  if (wrong !== undefined) throw new RangeError(`${wrong} is no count`);
  const weeks = wholeWeeks(counts, slots);
  if (weeks.length < 2) return null;
  const choice = bestChoice(weeks, slots);
  const expected = expectWeek(weeks, slots, choice);
  const dispersion = dispersionOf(weeks, slots, choice);
  const week = expected.map((mean) => interval(mean, dispersion));
  return Array.from({ length: ahead }, () => week).flat();
}

function wholeWeeks(counts: readonly number[], slots: number): readonly (readonly number[])[] {
  const whole = Math.floor(counts.length / slots);
  const first = counts.length - whole * slots;
  const weeks = Array.from({ length: whole }, (_, week) =>
    counts.slice(first + week * slots, first + (week + 1) * slots),
  );
  return weeks.slice(-MOST_WEEKS);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** One week, as the weeks before it let expect it. */
function expectWeek(weeks: readonly (readonly number[])[], slots: number, { rate, shrink }: Choice): number[] {
  let level = total(weeks[0] ?? []);
  for (const week of weeks.slice(1)) level += rate * (total(week) - level);
  const sums = new Array<number>(slots).fill(0);
  let weights = 0;
  weeks.forEach((week, at) => {
    // The shape changes more slowly than the level.
    const weight = (1 - rate / 2) ** (weeks.length - 1 - at);
    weights += weight;
    week.forEach((count, slot) => (sums[slot] = (sums[slot] ?? 0) + weight * count));
  });
  const all = total(sums);
  if (all === 0) return sums;
  const pattern = patternOf(sums, slots, all);
  const shape = sums.map((sum, slot) => (sum + shrink * (all / weights) * (pattern[slot] ?? 0)) / weights);
  const whole = total(shape);
  return shape.map((part) => (part / whole) * level);
}

/** Each slot's share of a week, if weekday and hour knew nothing of each other; of days a week's even share. */
function patternOf(sums: readonly number[], slots: number, all: number): number[] {
  if (slots === 7) return sums.map(() => 1 / 7);
  const hours = new Array<number>(24).fill(0);
  const days = new Array<number>(7).fill(0);
  sums.forEach((sum, slot) => {
    hours[slot % 24] = (hours[slot % 24] ?? 0) + sum;
    days[Math.floor(slot / 24)] = (days[Math.floor(slot / 24)] ?? 0) + sum;
  });
  return sums.map((_, slot) => ((days[Math.floor(slot / 24)] ?? 0) / all) * ((hours[slot % 24] ?? 0) / all));
}

/** Every week but the first could have been foretold: the last eight are what is judged by. */
function* foretold(weeks: readonly (readonly number[])[], slots: number, choice: Choice) {
  for (let at = Math.max(1, weeks.length - 8); at < weeks.length; at++) {
    const expected = expectWeek(weeks.slice(0, at), slots, choice);
    for (let slot = 0; slot < slots; slot++) yield { was: weeks[at]?.[slot] ?? 0, expected: expected[slot] ?? 0 };
  }
}

function bestChoice(weeks: readonly (readonly number[])[], slots: number): Choice {
  let best: Choice = { rate: 0.2, shrink: 6 };
  let least = Infinity;
  for (const rate of RATES) {
    for (const shrink of SHRINKS) {
      let error = 0;
      for (const { was, expected } of foretold(weeks, slots, { rate, shrink })) error += (was - expected) ** 2;
      if (error < least) [least, best] = [error, { rate, shrink }];
    }
  }
  return best;
}

/** How much more than a Poisson variable the counts vary around what was expected; at least 1. */
function dispersionOf(weeks: readonly (readonly number[])[], slots: number, choice: Choice): number {
  let squares = 0;
  let means = 0;
  for (const { was, expected } of foretold(weeks, slots, choice)) {
    squares += (was - expected) ** 2;
    means += expected;
  }
  return means === 0 ? 1 : Math.max(1, squares / means);
}

/** By the square root, which makes a Poisson count's spread even (Anscombe, Biometrika 35, 1948). */
function interval(expected: number, dispersion: number): LoadEstimate {
  const root = Math.sqrt(expected + 3 / 8);
  const half = (Z * Math.sqrt(dispersion)) / 2;
  const low = root > half ? (root - half) ** 2 - 3 / 8 : 0;
  const high = (root + half) ** 2 - 3 / 8;
  return {
    expected,
    low: Math.min(expected, Math.max(0, Math.round(low))),
    high: Math.max(expected, Math.round(high)),
  };
}
