import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../seeded-random.ts';
import { calibrationError } from './calibration-error.ts';
import { fitLogistic, logistic } from './platt.ts';
import { fitSharpness } from './temperature.ts';
import { wilsonInterval } from './wilson.ts';

describe('the sharpness of scores', () => {
  it('is found again where labels were drawn with it', () => {
    const random = seededRandom(3);
    const scores: number[] = [];
    const labels: number[] = [];
    for (let row = 0; row < 4000; row += 1) {
      const score = random() * 2 - 1;
      scores.push(score, 0);
      labels.push(random() < 1 / (1 + Math.exp(-3 * score)) ? 0 : 1);
    }
    expect(fitSharpness(scores, labels, 2)).toBeCloseTo(3, 0);
  });

  it('stays in bounds where every label is the greatest score, and is 1 without any', () => {
    expect(fitSharpness([1, 0, 0, 1], [0, 1], 2)).toBeLessThanOrEqual(50);
    expect(fitSharpness([], [], 2)).toBe(1);
  });
});

describe('a logistic curve', () => {
  it('is found again where hits were drawn from it', () => {
    const random = seededRandom(4);
    const figures = Array.from({ length: 5000 }, () => [random() * 4 - 2, random()]);
    const truth = { offset: -0.5, slopes: [2, 1] };
    const hits = figures.map((row) => random() < logistic(truth, row));
    const curve = fitLogistic(figures, hits);
    expect(curve.offset).toBeCloseTo(-0.5, 0);
    expect(curve.slopes[0]).toBeCloseTo(2, 0);
    expect(curve.slopes[1]).toBeCloseTo(1, 0);
  });

  it('has an end, below certainty, where hits and misses are apart', () => {
    const p = logistic(fitLogistic([[1], [2], [3], [4]], [false, false, true, true]), [4]);
    expect(p).toBeGreaterThan(0.5);
    expect(p).toBeLessThan(1);
  });
});

describe('a ridge', () => {
  it('keeps slopes that few decisions would make steep near 0, and lets many decisions say what they are', () => {
    const slopeOf = (times: number, ridge?: number): number => {
      const figures = Array.from({ length: 4 * times }, (_, at) => [at % 4]);
      const hits = figures.map(([figure = 0]) => figure > 1);
      return fitLogistic(figures, hits, undefined, ridge).slopes[0] ?? 0;
    };
    expect(slopeOf(2, 1)).toBeLessThan(slopeOf(2) * 0.7);
    expect(slopeOf(500, 1)).toBeGreaterThan(slopeOf(2) * 2);
  });
});

describe('the calibration error', () => {
  it('is 0 when of what is 75 % sure three quarters are right, and the distance when not', () => {
    expect(calibrationError([0.75, 0.75, 0.75, 0.75], [true, true, true, false])).toBeCloseTo(0, 12);
    expect(calibrationError([1, 1], [true, false])).toBeCloseTo(0.5, 12);
    expect(calibrationError([], [])).toBe(0);
  });
});

describe("Wilson's interval", () => {
  it('is as published: 800 of 1,000 gives 77.4 to 82.4 %', () => {
    const { low, high } = wilsonInterval(800, 1000);
    expect(low).toBeCloseTo(0.774, 3);
    expect(high).toBeCloseTo(0.824, 3);
  });

  it('is everything without a try, and never leaves 0 to 1', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(0, 5).low).toBe(0);
    expect(wilsonInterval(5, 5).high).toBeLessThanOrEqual(1);
  });
});
