/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { onAccent } from './settings/contrast.ts';
import { roughly } from './durations.ts';
import { passwordStrength } from './password-strength.ts';
import { formatRoute, parseRoute } from './route.ts';

describe('the address', () => {
  it.each([
    '#/desk/shop/open/00000000-0000-4000-8000-000000000001/customer',
    '#/desk/shop/later',
    '#/settings',
    '#/wizard/shop',
    '#/tickets/17/shop',
    '#/contacts/12/merge',
    '#/contacts/12',
    '#/tickets/17',
    '#/wizard',
    '#setup=abc%2Fdef',
  ])('keeps its place: %s', (hash) => {
    expect(formatRoute(parseRoute(hash))).toBe(hash);
  });

  it('shows the queue for anything that it does not know', () => {
    for (const hash of ['', '#', '#/nowhere', '#/desk/%E0%A4%A/none']) {
      expect(parseRoute(hash)).toMatchObject({ screen: 'desk', filter: 'next' });
    }
  });
});

describe('small decisions', () => {
  it('round a waiting time down to what says enough', () => {
    expect(roughly(59_000)).toEqual({ count: 0, unit: 'moment' });
    expect(roughly(3 * 60_000 + 59_000)).toEqual({ count: 3, unit: 'minute' });
    expect(roughly(90 * 60_000)).toEqual({ count: 1, unit: 'hour' });
    expect(roughly(72 * 3_600_000)).toEqual({ count: 3, unit: 'day' });
  });

  it('put black or white on a colour, whichever reads better', () => {
    expect(onAccent('#4338ca')).toBe('#ffffff');
    expect(onAccent('#ffe066')).toBe('#000000');
  });

  it('call a password by its length and variety', () => {
    expect(passwordStrength('short')).toBe('short');
    expect(passwordStrength('aaaaaaaaaaaa')).toBe('trivial');
    expect(passwordStrength('a A a A a A a')).toBe('trivial');
    expect(passwordStrength(' '.repeat(12))).toBe('trivial');
    expect(passwordStrength('abababababab')).toBe('weak');
    expect(passwordStrength('password1234')).toBe('weak');
    expect(passwordStrength('horse staple')).toBe('fair');
    expect(passwordStrength('correct horse battery')).toBe('strong');
  });
});
