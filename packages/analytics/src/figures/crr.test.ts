import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { churn, crr } from './crr.ts';
import { share } from './share.ts';
import { wilson } from './wilson.ts';

const counts = fc
  .tuple(fc.nat(3_000), fc.nat(3_000), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([start, won, kept]) => ({ start, won, end: won + Math.floor(kept * start) }));

describe('the retention rate', () => {
  it('is 80 % kept and 20 % lost of a thousand that became eight hundred, 77.4 to 82.4', () => {
    const kept = crr({ start: 1_000, end: 800, won: 0 });
    expect(kept.estimate?.value).toBe(0.8);
    expect(kept.estimate?.low).toBeCloseTo(0.774, 3);
    expect(kept.estimate?.high).toBeCloseTo(0.824, 3);
    expect(churn({ start: 1_000, end: 800, won: 0 }).estimate?.value).toBe(0.2);
    expect(kept.inputs).toEqual({ S: 1_000, E: 800, N: 0 });
  });

  it('does not take who was won for kept', () => {
    expect(crr({ start: 10, end: 12, won: 5 }).estimate?.value).toBe(0.7);
  });

  it('is no figure without customers at the start, and too few to say under five', () => {
    expect(crr({ start: 0, end: 3, won: 3 })).toMatchObject({ estimate: null, lack: 'nothing' });
    expect(crr({ start: 4, end: 4, won: 0 })).toMatchObject({ estimate: null, lack: 'few', n: 4 });
  });

  it('refuses counts that cannot be', () => {
    expect(() => crr({ start: 10, end: 3, won: 4 })).toThrow(RangeError);
    expect(() => crr({ start: 10, end: 15, won: 4 })).toThrow('cannot be kept');
    expect(() => crr({ start: -1, end: 0, won: 0 })).toThrow(RangeError);
    expect(() => crr({ start: 10, end: NaN, won: 0 })).toThrow(RangeError);
  });

  it('tells of who came back', () => {
    expect(crr({ start: 10, end: 9, won: 1, cameBack: 2 }).caveats).toEqual({ came_back: 2 });
    expect(crr({ start: 10, end: 9, won: 1 }).caveats).toEqual({});
  });

  it('and the churn rate are one whole, with intervals that mirror each other, whatever the counts', () => {
    fc.assert(
      fc.property(counts, (each) => {
        const [kept, lost] = [crr(each).estimate, churn(each).estimate];
        if (each.start < 5) return expect([kept, lost]).toEqual([null, null]);
        expect((kept?.value ?? 0) + (lost?.value ?? 0)).toBeCloseTo(1, 12);
        expect((kept?.low ?? 0) + (lost?.high ?? 0)).toBeCloseTo(1, 9);
        expect(kept?.low).toBeLessThanOrEqual(kept?.value ?? NaN);
        expect(kept?.high).toBeGreaterThanOrEqual(kept?.value ?? NaN);
      }),
    );
  });
});

describe('Wilson’s interval', () => {
  it('is that of published examples (Newcombe, Statistics in Medicine 17, 1998, table I)', () => {
    for (const [hits, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      expect(wilson(hits, n).low).toBeCloseTo(low, 4);
      expect(wilson(hits, n).high).toBeCloseTo(high, 4);
    }
  });

  it('holds the share, lies within 0 and 1, and narrows with more of the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (n, seed) => {
        const hits = seed % (n + 1);
        const [one, ten] = [wilson(hits, n), wilson(hits * 10, n * 10)];
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(hits / n);
        expect(one.high).toBeGreaterThanOrEqual(hits / n);
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
      }),
    );
  });
});

describe('a share', () => {
  it('is none of nothing, and none of more than all', () => {
    expect(share(0, 0)).toMatchObject({ estimate: null, lack: 'nothing' });
    expect(share(3, 4)).toMatchObject({ estimate: null, lack: 'few' });
    expect(() => share(5, 4)).toThrow(RangeError);
    expect(() => share(0.5, 4)).toThrow(RangeError);
  });
});
