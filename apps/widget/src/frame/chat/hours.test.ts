import { describe, expect, it } from '@jest/globals';
import { opensAt } from './hours.ts';

const site = {
  open: [
    [100, 200],
    [300, 400],
  ] satisfies [number, number][],
};

describe('when the desk opens next', () => {
  it('is nothing to tell while it is open', () => {
    expect(opensAt(site, 100)).toBeNull();
    expect(opensAt(site, 399)).toBeNull();
  });

  it('is when the next slot begins, from the moment at which one ends', () => {
    expect(opensAt(site, 99)).toBe(100);
    expect(opensAt(site, 200)).toBe(300);
  });

  it('is not known where no slot is left', () => {
    expect(opensAt(site, 400)).toBeNull();
    expect(opensAt({ open: [] }, 0)).toBeNull();
  });
});
