import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_LIFE_RULES, lifePlace } from './life-cycle.ts';
import type { LifeFacts } from './life-cycle.ts';

const DAY = 86_400_000;
const facts = (days: Partial<Record<keyof LifeFacts, number>>): LifeFacts => {
  const at = (name: keyof LifeFacts) => (days[name] === undefined ? null : days[name] * DAY);
  return {
    firstOrderAt: at('firstOrderAt') ?? at('lastOrderAt'),
    lastOrderAt: at('lastOrderAt'),
    orderBeforeAt: at('orderBeforeAt'),
    lastAskedAt: at('lastAskedAt'),
    customerSince: at('customerSince'),
  };
};
const on = (day: number, known: LifeFacts) => {
  const { stage, until } = lifePlace(known, DEFAULT_LIFE_RULES, day * DAY);
  return [stage, until === null ? null : until / DAY];
};

describe('the stage of a customer', () => {
  it('is contact while nothing was asked for, and lead for a time after something was', () => {
    expect(on(5, facts({}))).toEqual(['contact', null]);
    expect(on(5, facts({ lastAskedAt: 4 }))).toEqual(['lead', 34]);
    expect(on(34, facts({ lastAskedAt: 4 }))).toEqual(['contact', null]);
  });

  it('goes from new over active and at risk to churned where nothing more is bought', () => {
    const once = facts({ lastOrderAt: 100 });
    expect(on(100, once)).toEqual(['new', 130]);
    expect(on(130, once)).toEqual(['active', 190]);
    expect(on(190, once)).toEqual(['at_risk', 280]);
    expect(on(280, once)).toEqual(['churned', null]);
  });

  it('is won back for a time when an order came to somebody who was lost, then active', () => {
    const back = facts({ firstOrderAt: 100, orderBeforeAt: 100, lastOrderAt: 300 });
    expect(on(301, back)).toEqual(['won_back', 360]);
    expect(on(360, back)).toEqual(['active', 390]);
    expect(on(301, facts({ firstOrderAt: 100, orderBeforeAt: 200, lastOrderAt: 300 }))).toEqual(['active', 390]);
  });

  it('counts whom the owner calls a customer from that day on', () => {
    expect(on(110, facts({ customerSince: 100 }))).toEqual(['new', 130]);
  });

  it('changes when it says, never before and never back at the same moment', () => {
    const day = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(day, day, day, fc.boolean(), (first, gap, later, asked) => {
        const known = facts({
          firstOrderAt: first,
          orderBeforeAt: first,
          lastOrderAt: first + gap,
          ...(asked && { lastAskedAt: first }),
        });
        let now = (first + gap + (later % 40)) * DAY;
        const seen = new Set<string>();
        for (;;) {
          const { stage, until } = lifePlace(known, DEFAULT_LIFE_RULES, now);
          expect(seen.has(stage)).toBe(false);
          seen.add(stage);
          if (until === null) break;
          expect(until).toBeGreaterThan(now);
          expect(lifePlace(known, DEFAULT_LIFE_RULES, until - 1).stage).toBe(stage);
          now = until;
        }
        expect(seen.has('churned')).toBe(true);
      }),
    );
  });
});
