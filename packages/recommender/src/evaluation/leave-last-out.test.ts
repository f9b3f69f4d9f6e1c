import { describe, expect, it } from '@jest/globals';
import type { Encounter } from '../models/history.ts';
import { generateTastes } from '../testing/generate-tastes.ts';
import { leaveLastOut } from './leave-last-out.ts';
import { gainOf, rankOf } from './rank.ts';

const liked = (...items: number[]): Encounter[] => items.map((item) => ({ item, weight: 1 }));
const seconds = () => 0;

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('leaving the last liked item out', () => {
  it('asks who liked two things, and finds what always goes together', () => {
    const pairs = Array.from({ length: 30 }, (_, user) => liked((user % 3) * 2, (user % 3) * 2 + 1));
    const { users, items, models } = leaveLastOut([...pairs, liked(0), []], 6, seconds);
    expect({ users, items }).toEqual({ users: 30, items: 6 });
    expect(models.popularity.hr10).toBe(1);
  });

  it('takes what is known and not liked for no candidate, and what came later neither', () => {
    // Everything but item 1 was seen: it can only come first.
    const history = [...liked(2), { item: 3, weight: 0 }, ...liked(1), { item: 0, weight: 0 }];
    const { models } = leaveLastOut([history, liked(0, 3)], 4, seconds);
    expect(models.popularity.ndcg10).toBeGreaterThan(0.5);
  });

  it('finds more than the baselines where people have tastes, and the same each time', () => {
    const histories = generateTastes({ users: 400, items: 300, interactions: 12_000, random: seeded(3) });
    const first = leaveLastOut(histories, 300, seconds);
    const { ours, ease, itemCosine, popularity } = first.models;
    expect(ours.hr10).toBeGreaterThan(popularity.hr10);
    expect(ours.ndcg10).toBeGreaterThan(itemCosine.ndcg10);
    expect(ours.hr10).toBeGreaterThanOrEqual(ease.hr10 * 0.9);
    expect(leaveLastOut(histories, 300, seconds)).toEqual(first);
  });

  it('says nothing of nobody', () => {
    expect(leaveLastOut([], 0, seconds)).toMatchObject({ users: 0, models: { ours: { hr10: 0, ndcg10: 0 } } });
    expect(leaveLastOut([liked(0)], 1, seconds)).toMatchObject({ users: 0 });
  });
});

describe('a rank', () => {
  it('counts what stands before, among what was not seen', () => {
    const scores = Float64Array.of(5, 3, 4, 3, 9);
    expect(rankOf(3, scores, new Set([4]))).toBe(4);
    expect(rankOf(1, scores, new Set([0, 4]))).toBe(2);
    expect(gainOf(1, 10)).toBe(1);
    expect(gainOf(3, 10)).toBeCloseTo(0.5);
    expect(gainOf(11, 10)).toBe(0);
  });
});
