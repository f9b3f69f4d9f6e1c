import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invertPositiveDefinite } from '../matrix/invert.ts';
import { likesOf } from '../matrix/likes.ts';
import type { Like } from '../matrix/likes.ts';
import { fitEase } from './ease.ts';
import { fitItemCosine } from './item-cosine.ts';
import { fitPopularity } from './popularity.ts';
import type { Scorer } from './scorer.ts';

const row = (...items: number[]): Like[] => items.map((item) => ({ item, weight: 1 }));
/** Vases (0) go with flowers (1) and water (2); saws (3) with hammers (4). */
const ROWS = [row(0, 1), row(0, 1, 2), row(0, 1), row(3, 4), row(3, 4), row(1, 2), row(0, 3)];
const scoresOf = (scorer: Scorer, history: Like[], items = 5): number[] => {
  const scores = new Float64Array(items).fill(7);
  scorer.score(history, scores);
  return [...scores];
};
const best = (scores: number[], history: Like[]) =>
  scores
    .map((score, item) => ({ score, item }))
    .filter(({ item }) => !history.some((like) => like.item === item))
    .sort((one, other) => other.score - one.score)[0]!.item;

/** The paper's formula, written out: B = −P / diag(P), with nothing on the diagonal. */
function easeAsWritten(rows: Like[][], items: number, lambda: number, history: Like[]): number[] {
  const dense = rows.map((likes) => {
    const line = new Array<number>(items).fill(0);
    for (const { item, weight } of likes) line[item] = weight;
    return line;
  });
  const gram = Float64Array.from({ length: items * items }, (_, at) => {
    const [one, other] = [Math.floor(at / items), at % items];
    return dense.reduce((sum, line) => sum + line[one]! * line[other]!, one === other ? lambda : 0);
  });
  const p = invertPositiveDefinite(gram, items);
  return Array.from({ length: items }, (_, target) =>
    history.reduce(
      (sum, { item, weight }) =>
        item === target ? sum : sum - (weight * p[item * items + target]!) / p[target * items + target]!,
      0,
    ),
  );
}

describe('EASE', () => {
  it('is the formula of the paper, by the items and by the users alike', () => {
    const like = fc.record({
      item: fc.integer({ min: 0, max: 6 }),
      weight: fc.double({ min: 0.1, max: 2, noNaN: true }),
    });
    const likes = fc.uniqueArray(like, { selector: ({ item }) => item, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(likes, { minLength: 1, maxLength: 12 }),
        likes,
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        (rows, history, lambda) => {
          const fitted = scoresOf(fitEase(likesOf(rows, 7), lambda), history, 7);
          const written = easeAsWritten(rows, 7, lambda, history);
          // An item that nobody liked takes no part where the items' matrix is inverted: it says nothing either way.
          const known = new Set(rows.flat().map(({ item }) => item));
          for (let item = 0; item < 7; item++) if (known.has(item)) expect(fitted[item]).toBeCloseTo(written[item]!, 8);
        },
      ),
    );
  });

  it('finds what goes together, and leaves the rare out where the matrix would be too large', () => {
    const likes = likesOf(ROWS, 5);
    expect(best(scoresOf(fitEase(likes, 1), row(3)), row(3))).toBe(4);
    expect(best(scoresOf(fitEase(likes, 1), row(2)), row(2))).toBe(1);
    const small = scoresOf(fitEase(likes, 1, 3), row(0));
    expect(small.filter((score) => score !== 0)).toHaveLength(2);
  });
});

describe('the cosine between items', () => {
  it('is that of their columns', () => {
    const scores = scoresOf(fitItemCosine(likesOf(ROWS, 5)), row(4));
    expect(scores[3]).toBeCloseTo(2 / (Math.sqrt(3) * Math.sqrt(2)));
    expect(scores[1]).toBe(0);
  });
});

describe('popularity', () => {
  it('counts who liked it, whoever asks', () => {
    expect(scoresOf(fitPopularity(likesOf(ROWS, 5)), row(4))).toEqual([4, 4, 2, 3, 2]);
  });
});
