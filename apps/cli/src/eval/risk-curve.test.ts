import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { question } from '../testing/questions.ts';
import { bestWithin, riskAt, riskCurve, thinned } from './risk-curve.ts';

const questions = [
  question('a.b', 'a.b', 0.9),
  question('a.b', 'a.b', 0.8),
  question('a.b', 'a.c', 0.8),
  question(null, 'a.b', 0.4),
  question('a.b', null, 0),
];

describe('coverage against risk', () => {
  it('has a point for each confidence, and counts an answer to what no FAQ answers as wrong', () => {
    expect(riskCurve(questions)).toEqual([
      { threshold: 0.9, answers: 1, wrong: 0, coverage: 0.25, risk: 0 },
      { threshold: 0.8, answers: 3, wrong: 1, coverage: 0.75, risk: 1 / 3 },
      { threshold: 0.4, answers: 4, wrong: 2, coverage: 0.75, risk: 0.5 },
    ]);
  });

  it('is what one threshold does, a threshold included', () => {
    expect(riskAt(questions, 0.8)).toMatchObject({ answers: 3, wrong: 1 });
    expect(riskAt(questions, 0.81)).toMatchObject({ answers: 1, wrong: 0 });
    expect(riskAt([], 0.5)).toEqual({ threshold: 0.5, answers: 0, wrong: 0, coverage: 0, risk: 0 });
  });

  it('gives the most that can be answered within a budget, or nothing', () => {
    expect(bestWithin(riskCurve(questions), 0.4)?.coverage).toBe(0.75);
    expect(bestWithin(riskCurve(questions), 0.03)?.coverage).toBe(0.25);
    expect(bestWithin(riskCurve([question('a.b', 'a.c', 1)]), 0.03)).toBeNull();
  });

  it('agrees with counting anew at each of its thresholds', () => {
    const guess = fc.record({ right: fc.boolean(), confidence: fc.constantFrom(0.1, 0.2, 0.5, 0.7, 1) });
    fc.assert(
      fc.property(fc.array(guess), (guesses) => {
        const all = guesses.map(({ right, confidence }) => question('a.b', right ? 'a.b' : 'a.c', confidence));
        for (const point of riskCurve(all)) expect(riskAt(all, point.threshold)).toEqual(point);
      }),
    );
  });

  it('keeps its ends, and where the bot stands, when it is thinned', () => {
    const curve = riskCurve(Array.from({ length: 1000 }, (_, at) => question('a.b', 'a.b', at / 1000)));
    const few = thinned(curve, 200, 0.4995);
    expect(few).toHaveLength(201);
    expect(few).toContain(curve.find(({ threshold }) => threshold === 0.5));
    expect(thinned(curve, 200, 2)).toHaveLength(200);
    expect([few[0], few.at(-1)]).toEqual([curve[0], curve.at(-1)]);
    expect(thinned(curve, 5000, 0.5)).toEqual(curve);
  });
});
