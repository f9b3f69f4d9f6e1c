import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cac } from './cac.ts';
import { gammaBelow, poissonInterval } from './poisson.ts';

describe('the cost of a customer', () => {
  it('is 200 (152 to 269) of 10,000 and fifty customers', () => {
    const [only] = cac([{ currency: 'EUR', amount: 10_000 }], 50);
    expect(only?.currency).toBe('EUR');
    expect(only?.figure.estimate?.value).toBe(200);
    expect(Math.round(only?.figure.estimate?.low ?? 0)).toBe(152);
    expect(Math.round(only?.figure.estimate?.high ?? 0)).toBe(269);
  });

  it('never adds two currencies up', () => {
    const spend = [
      { currency: 'USD', amount: 100 },
      { currency: 'EUR', amount: 50 },
      { currency: 'USD', amount: 20 },
    ];
    const figures = cac(spend, 10);
    expect(figures.map(({ currency, figure }) => [currency, figure.inputs['spend']])).toEqual([
      ['EUR', 50],
      ['USD', 120],
    ]);
    for (const { figure } of figures) expect(figure.caveats).toEqual({ several_currencies: 2 });
  });

  it('is no figure where nobody was won, and says so of what was spent', () => {
    expect(cac([{ currency: 'EUR', amount: 100 }], 0)[0]?.figure).toMatchObject({
      estimate: null,
      lack: 'nothing',
      caveats: { spend_without_customers: 1 },
    });
    expect(cac([], 10)).toMatchObject([{ currency: null, figure: { estimate: null, lack: 'nothing', caveats: {} } }]);
    expect(cac([{ currency: 'EUR', amount: 100 }], 4)[0]?.figure).toMatchObject({ estimate: null, lack: 'few' });
  });

  it('leaves negative amounts out and tells of them, and takes no amount that is none', () => {
    const spend = [100, -40, 60].map((amount) => ({ currency: 'EUR', amount }));
    const [only] = cac(spend, 5);
    expect(only?.figure.estimate?.value).toBe(32);
    expect(only?.figure.caveats).toEqual({ negative_amounts: 1 });
    expect(() => cac([{ currency: 'EUR', amount: NaN }], 5)).toThrow(RangeError);
    expect(() => cac([], -1)).toThrow(RangeError);
  });

  it('lies within its interval and scales with what is spent, whatever was spent', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }), fc.nat(2_000), (amounts, won) => {
        const spent = (times: number) =>
          cac(
            amounts.map((amount) => ({ currency: 'CNY', amount: amount * times })),
            won,
          )[0];
        const [once, twice] = [spent(1)?.figure.estimate, spent(2)?.figure.estimate];
        if (won < 5) return expect([once, twice]).toEqual([null, null]);
        expect(once?.low).toBeLessThanOrEqual(once?.value ?? NaN);
        expect(once?.high).toBeGreaterThanOrEqual(once?.value ?? NaN);
        expect(twice?.value).toBeCloseTo(2 * (once?.value ?? NaN), 6);
        for (const value of Object.values(once ?? {})) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('the exact interval of a count', () => {
  it('is that of published tables (Garwood 1936; Pearson and Hartley, Biometrika Tables, table 40)', () => {
    for (const [count, low, high] of [
      [0, 0, 3.689],
      [1, 0.0253, 5.572],
      [5, 1.6235, 11.668],
      [10, 4.795, 18.39],
      [50, 37.11, 65.92],
      [100, 81.36, 121.63],
    ] as const) {
      expect(poissonInterval(count).low).toBeCloseTo(low, 2);
      expect(poissonInterval(count).high).toBeCloseTo(high, 2);
    }
  });

  it('leaves 2.5 % of the counts on each side, whatever the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const { low, high } = poissonInterval(count);
        // P(X ≥ count | low), and P(X ≤ count | high), summed term by term.
        const below = (mean: number, most: number) => {
          let term = Math.exp(-mean);
          let sum = term;
          for (let k = 1; k <= most; k++) sum += term *= mean / k;
          return sum;
        };
        expect(1 - below(low, count - 1)).toBeCloseTo(0.025, 6);
        expect(below(high, count)).toBeCloseTo(0.025, 6);
      }),
    );
  });

  it('is of counts only', () => {
    for (const wrong of [-1, 1.5, NaN, Infinity]) expect(() => poissonInterval(wrong)).toThrow(RangeError);
    expect(gammaBelow(3, 0)).toBe(0);
  });
});
