import { describe, expect, it } from '@jest/globals';
import { searchedWords } from './searched-words.ts';

describe('what is kept of a search of the help centre', () => {
  it.each([
    ['  gift   wrapping ', 'gift wrapping'],
    ['礼品包装', '礼品包装'],
    ['茶', '茶'],
    ['<b>gift</b>', '<b>gift</b>'],
    ['invoice to jane@mail.example', 'invoice to name@example.com'],
    ['refund for TL-10423', 'refund for TL-00000'],
    ['refund for AB12', 'refund for 0000'],
    ['refund (ab12)', 'refund (0000)'],
    ['退款AB12', '退款0000'],
    ['call me on +49 30 123456', 'call me on +00 00 000000'],
  ])('is %j as %j', (query, kept) => {
    expect(searchedWords(query, '[A-Z]{2}\\d{2}')).toBe(kept);
  });

  it.each([
    '',
    '  ',
    '?',
    'x',
    '😀',
    '48213',
    'TL-10423',
    'ab12',
    'jane@mail.example',
    '+49 30 123456',
    'https://shop.example/?token=a',
  ])('is nothing of %j, which is no question', (query) => {
    expect(searchedWords(query, '[A-Z]{2}\\d{2}')).toBeNull();
    expect(searchedWords(query, null)).toBeNull();
  });

  it('is all words where they look like order numbers, too', () => {
    expect(searchedWords('refund shirts ab12cd', '[A-Z0-9]{6}')).toBe('refund shirts 000000');
  });

  it('is a long sentence at most, and no character cut in two', () => {
    expect(searchedWords('😀a'.repeat(150) + ' wrapping', null)).toBe('😀a'.repeat(100));
  });
});
