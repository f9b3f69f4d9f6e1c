import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { churn, crr } from './crr.ts';
import { customerCounts, customerLives, keptWithin } from './life-cycle.ts';

const row = (id: string, orders: number[], more: { since?: number; marked?: number | null; seen?: number[] } = {}) => ({
  id,
  since: 0,
  marked: null,
  seen: [],
  ...more,
  orders,
});

describe('who is a customer', () => {
  it('is won by the first order, or by the owner’s mark before it', () => {
    const { lives } = customerLives([row('a', [30, 10]), row('b', [30], { marked: 20 }), row('c', [], { seen: [5] })]);
    expect(lives).toEqual([
      { id: 'a', won: 10, active: [10, 30] },
      { id: 'b', won: 20, active: [20, 30] },
    ]);
  });

  it('may have ordered before the contact was known, which is told', () => {
    expect(customerLives([row('a', [10], { since: 40 }), row('b', [50], { since: 40 })]).ordersBeforeCustomer).toBe(1);
  });

  it('is kept by a chat as by an order, and not by what was before the first order', () => {
    const { lives } = customerLives([row('a', [10], { seen: [4, 70] })]);
    expect(lives[0]?.active).toEqual([10, 70]);
    expect(customerCounts(lives, { from: 20, to: 80, within: 30 })).toMatchObject({ start: 1, end: 1, won: 0 });
  });
});

describe('how long somebody is kept', () => {
  it('is three times the median gap between the orders of one customer', () => {
    expect(keptWithin([[0, 10, 30], [5], [100, 140]])).toEqual({ days: 60, gaps: 3 });
    expect(keptWithin([[3, 3, 3]])).toEqual({ days: 90, gaps: 0 });
    expect(keptWithin([])).toEqual({ days: 90, gaps: 0 });
  });
});

describe('the customers of a period', () => {
  const customer = fc.record({
    id: fc.uuid(),
    since: fc.nat(200),
    marked: fc.option(fc.nat(200)),
    orders: fc.array(fc.nat(200), { maxLength: 6 }),
    seen: fc.array(fc.nat(200), { maxLength: 6 }),
  });

  it('can always be counted, and each figure of them is a number or none', () => {
    fc.assert(
      fc.property(
        fc.array(customer, { maxLength: 40 }),
        fc.nat(150),
        fc.integer({ min: 1, max: 90 }),
        (rows, from, within) => {
          const { lives } = customerLives(rows);
          const counts = customerCounts(lives, { from, to: from + 30, within });
          for (const { estimate } of [crr(counts), churn(counts)]) {
            for (const value of Object.values(estimate ?? {})) expect(value >= 0 && value <= 1).toBe(true);
          }
          expect(counts.won).toBe(lives.filter(({ won }) => won >= from && won <= from + 30).length);
        },
      ),
    );
  });
});
