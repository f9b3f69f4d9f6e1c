import { describe, expect, it } from '@jest/globals';
import { happened } from './ticket-text.ts';

describe('what happened to a ticket', () => {
  it('is said with its facts, and whether something was accepted', () => {
    expect(happened({ type: 'state', from: 'solved', to: 'open', reopened: true })).toBe('state solved open reopened');
    expect(happened({ type: 'verdict', accepted: true, text: 'Money back' })).toBe('verdict accepted Money back');
    expect(happened({ type: 'verdict', accepted: false, text: null })).toBe('verdict not accepted');
  });
});
