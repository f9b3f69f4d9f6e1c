import { describe, expect, it } from '@jest/globals';
import type { HeldOut } from './cross-validate.ts';
import { answering, thresholdFor } from './answering.ts';
import { compareHeldOut } from './compare-held-out.ts';
import { confusions } from './confusions.ts';
import { signTest } from './sign-test.ts';

/** A sentence of `intent` that is taken for `guess`. */
function held(
  text: string,
  intent: string | null,
  guess: string | null,
  confidence = 0.9,
  own = intent !== null,
): HeldOut {
  const guesses = guess === null ? [] : [{ intent: guess, confidence }];
  return { text, locale: 'en', intent, own, guesses };
}

const SITE = [
  held('a1', 'a.a', 'a.a', 0.95),
  held('a2', 'a.a', 'a.a', 0.8),
  held('a3', 'a.a', 'b.b', 0.7),
  held('b1', 'b.b', 'b.b', 0.6),
  held('b2', 'b.b', null),
  held('weather', null, 'a.a', 0.5),
  held('poem', null, null),
  held('hello', 'solodesk.greeting', 'solodesk.greeting', 0.99, false),
];

describe('what a bot would answer', () => {
  it('is counted on the site’s own sentences and on what no FAQ answers', () => {
    expect(answering(SITE, 0.55)).toMatchObject({
      asked: 5,
      answered: 4,
      coverage: 0.8,
      answers: 4,
      wrong: 1,
      wrongShare: 0.25,
    });
    expect(answering(SITE, 0.5)).toMatchObject({ answered: 4, answers: 5, wrong: 2 });
    const { low, high } = answering(SITE, 0.55).interval!;
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.046', '0.699']);
  });

  it('has no figure where nothing was counted', () => {
    expect(answering([], 0.5)).toEqual({
      asked: 0,
      answered: 0,
      coverage: null,
      answers: 0,
      wrong: 0,
      wrongShare: null,
      interval: null,
    });
    expect(answering(SITE, 1.1)).toMatchObject({ coverage: 0, wrongShare: null, interval: null });
  });
});

describe('a budget of wrong answers', () => {
  it('is kept by the lowest threshold that does', () => {
    expect(thresholdFor(SITE, 1)).toBe(0.8);
    expect(thresholdFor(SITE, 25)).toBe(0.6);
    expect(thresholdFor(SITE, 40)).toBe(0.5);
    for (const budget of [1, 25, 40]) {
      expect(answering(SITE, thresholdFor(SITE, budget)).wrongShare).toBeLessThanOrEqual(budget / 100);
    }
  });

  it('answers nothing where nothing keeps it', () => {
    const bad = [held('x', 'a.a', 'b.b', 1)];
    expect(answering(bad, thresholdFor(bad, 5))).toMatchObject({ answers: 0 });
  });

  it('does not part sentences of one confidence', () => {
    const tied = [held('x', 'a.a', 'a.a', 0.7), held('y', 'a.a', 'b.b', 0.7)];
    expect(answering(tied, thresholdFor(tied, 10)).answers).toBe(0);
  });
});

describe('comparing two books', () => {
  const judged = (heldOut: HeldOut[]) => ({ heldOut, threshold: 0.55 });

  it('tells what was answered right and would be no more, and the other way round', () => {
    const after = [
      held('A1', 'a.a', 'b.b', 0.9),
      held('a2', 'a.a', 'a.a', 0.3),
      held('a3', 'a.a', 'a.a', 0.9),
      held('b1', 'b.b', 'b.b', 0.7),
      held('new', 'b.b', 'b.b', 0.7),
      held('weather', null, 'a.a', 0.6),
    ];
    expect(compareHeldOut(judged(SITE), judged(after))).toEqual({
      shared: 5,
      lost: [
        { text: 'A1', locale: 'en', intent: 'a.a', own: true, before: 'a.a', after: 'b.b' },
        { text: 'a2', locale: 'en', intent: 'a.a', own: true, before: 'a.a', after: null },
        { text: 'weather', locale: 'en', intent: null, own: false, before: null, after: 'a.a' },
      ],
      won: [{ text: 'a3', locale: 'en', intent: 'a.a', own: true, before: 'b.b', after: 'a.a' }],
    });
  });

  it('finds nothing in a book that did not change', () => {
    expect(compareHeldOut(judged(SITE), judged(SITE))).toEqual({ shared: 7, lost: [], won: [] });
  });

  it('does not count a sentence that means something else now', () => {
    expect(compareHeldOut(judged(SITE), judged([held('a1', 'b.b', 'b.b')]))).toEqual({ shared: 0, lost: [], won: [] });
  });
});

describe('whether a loss may be chance', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.5],
    [4, 0, 0.0625],
    [5, 0, 0.03125],
    [3, 3, 0.65625],
    [0, 5, 1],
  ])('of %i lost and %i won: p = %d', (lost, won, p) => {
    expect(signTest(lost, won)).toBeCloseTo(p, 10);
  });

  it('is told of thousands as well', () => {
    expect(signTest(1_000, 1_000)).toBeCloseTo(0.5089, 3);
    expect(signTest(1_100, 900)).toBeLessThan(1e-5);
  });
});

describe('who swallows whom', () => {
  it('is told with the sentences', () => {
    const more = [...SITE, held('a4', 'a.a', 'b.b', 0.2), held('b3', 'b.b', 'a.a')];
    expect(confusions(more)).toEqual([
      { intent: 'a.a', by: 'b.b', count: 2, of: 4, examples: ['a3', 'a4'] },
      { intent: 'b.b', by: 'a.a', count: 1, of: 3, examples: ['b3'] },
    ]);
  });
});
