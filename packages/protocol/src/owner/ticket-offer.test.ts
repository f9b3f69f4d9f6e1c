import { describe, expect, it } from '@jest/globals';
import { ownerUpSchemas } from './up.ts';

const takes = (offer: unknown) => ownerUpSchemas.ticket_offer.safeParse({ site: 'shop', number: 17, offer }).success;

describe('an offer for a complaint', () => {
  it("is some of the site's remedies, or the owner's own words", () => {
    expect(takes({ remedies: ['refund'] })).toBe(true);
    expect(takes({ remedies: ['refund', 'repair'] })).toBe(true);
    expect(takes({ text: 'I bring you a new one.' })).toBe(true);
  });

  it('is not both, nothing, or longer than a customer reads', () => {
    expect(takes({ remedies: ['refund'], text: 'And more.' })).toBe(false);
    expect(takes({ remedies: [] })).toBe(false);
    expect(takes({ remedies: ['a', 'b', 'c', 'd', 'e'] })).toBe(false);
    expect(takes({ text: '  ' })).toBe(false);
    expect(takes({})).toBe(false);
    expect(takes({ text: 'x'.repeat(301) })).toBe(false);
  });
});
