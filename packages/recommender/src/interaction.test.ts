import { describe, expect, it } from '@jest/globals';
import { interactionWeight } from './interaction.ts';

const DAY = 86_400_000;
const did = (kind: 'purchase' | 'view' | 'rating', at: number, rating?: number) => ({
  ...{ user: 'ann', item: 'vase', kind, at },
  ...(rating !== undefined && { rating }),
});

describe('what an interaction counts', () => {
  it('is halved each half-life, and never grows', () => {
    expect(interactionWeight(did('purchase', 0), 0)).toBe(1);
    expect(interactionWeight(did('purchase', 0), 180 * DAY)).toBeCloseTo(0.5);
    expect(interactionWeight(did('purchase', 5), 0)).toBe(1);
    expect(interactionWeight(did('view', 0), 0)).toBeLessThan(interactionWeight(did('purchase', 0), 0));
  });

  it('is nothing for a bad rating', () => {
    expect(interactionWeight(did('rating', 0, 3), 0)).toBe(0);
    expect(interactionWeight(did('rating', 0), 0)).toBe(0);
    expect(interactionWeight(did('rating', 0, 4), 0)).toBe(1);
  });
});
