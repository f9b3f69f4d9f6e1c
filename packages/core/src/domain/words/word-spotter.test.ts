import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WordSpotter, isWholeAt } from './word-spotter.ts';

const WORDS = ['small', 'wrong size', "doesn't", '退', '坏了', 'größe', '4.5', '-5', 'a', 'é'];
const spotter = new WordSpotter(WORDS);

/** The long way: every word, everywhere. */
function isSomeSaid(text: string): boolean {
  const places = Array.from({ length: text.length }, (_, at) => at);
  return WORDS.some((word) => places.some((at) => text.startsWith(word, at) && isWholeAt(word, text, at)));
}

const pieces = fc.constantFrom(
  ...[
    'small',
    'smaller',
    'wrong',
    'size',
    'sizes',
    'doesn',
    "'",
    't',
    '退',
    '货',
    '坏',
    '了',
    'größe',
    'gr',
    'é',
    'caf',
  ],
  ...['4', '.', '5', '14', '-', ' ', '  ', 'a', 'an', '🙂', '\n'],
);
const someText = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''));

describe('a spotter of words', () => {
  it('sees words of Latin letters whole, and Chinese ones as a part of what is written', () => {
    expect(spotter.isIn('too small, sorry')).toBe(true);
    expect(spotter.isIn('smaller or ysmall')).toBe(false);
    expect(spotter.isIn('它坏了吗')).toBe(true);
    expect(spotter.isIn('')).toBe(false);
  });

  it('finds one just when looking for each of them finds one', () => {
    fc.assert(
      fc.property(fc.oneof(someText, fc.string({ unit: 'grapheme' })), (text) => {
        expect(spotter.isIn(text)).toBe(isSomeSaid(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes an empty word for one that stands everywhere', () => {
    expect(new WordSpotter(['']).isIn('anything')).toBe(true);
    expect(new WordSpotter([]).isIn('anything')).toBe(false);
  });
});
