export type Figure = number | boolean;

/** One limit that the figures are held to. */
export interface Target {
  figure: string;
  atMost?: number;
  atLeast?: number;
  /** A figure of the control that is to be surpassed. */
  above?: number;
  equals?: boolean;
}

/** What a benchmark comes to. `figures` and `control` are medians over `runs` repeats; `repeats` holds each one. */
export interface BenchResult {
  name: string;
  figures: Record<string, Figure>;
  /** What was measured beside it in the same run, to compare with. */
  control: Record<string, Figure>;
  runs: number;
  repeats: Record<string, Figure>[];
  targets: (Target & { met: boolean })[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('no values, no median');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The median of each figure over the repeats; a boolean holds only if it held every time. */
export function medians(repeats: readonly Record<string, Figure>[]): Record<string, Figure> {
  const names = Object.keys(repeats[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = repeats.map((repeat) => repeat[name]);
      const numbers = values.filter((value) => typeof value === 'number');
      return [
        name,
        numbers.length === values.length ? round(median(numbers)) : values.every((value) => value === true),
      ];
    }),
  );
}

/** Judges the figures. A target whose figure is missing is not met. */
export function judge(targets: readonly Target[], figures: Record<string, Figure>): BenchResult['targets'] {
  return targets.map((target) => {
    const value = figures[target.figure];
    const met =
      value !== undefined &&
      (target.equals === undefined || value === target.equals) &&
      (target.atMost === undefined || (typeof value === 'number' && value <= target.atMost)) &&
      (target.atLeast === undefined || (typeof value === 'number' && value >= target.atLeast)) &&
      (target.above === undefined || (typeof value === 'number' && value > target.above));
    return { ...target, met };
  });
}

/** Keeps four digits that matter: nothing here is measured better. */
export function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}
