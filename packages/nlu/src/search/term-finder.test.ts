import { describe, expect, it } from '@jest/globals';
import { TermFinder } from './term-finder.ts';
import { stemOf } from '../text/units.ts';

const WORDS =
  'come comes home some care card cart size site pay day sale line link cost coat delivery return returns shipping address weight prince price exchange refund guarantee washing colour organise cancelled fibre grey order track parcel'.split(
    ' ',
  );
const finder = new TermFinder(WORDS, (word) => stemOf(word, 'en'));

/** As a search asks: the word itself, its other spelling, then what it may be a slip of. */
function found(typed: string, unfinished = false): string[] {
  const steps = [
    () => finder.find(typed, unfinished),
    () => finder.findOtherSpelling(typed),
    () => (finder.mayBeMistyped(typed) ? finder.findLike(typed, unfinished) : []),
  ];
  const numbers = steps.reduce<readonly { number: number }[]>((sofar, step) => (sofar.length > 0 ? sofar : step()), []);
  return numbers.map(({ number }) => WORDS[number]!);
}

describe('a word that is looked for', () => {
  it.each([
    ['delivrey', 'delivery'],
    ['delievry', 'delivery'],
    ['devilery', 'delivery'],
    ['retrun', 'return'],
    ['eturn', 'return'],
    ['shiping', 'shipping'],
    ['shpping', 'shipping'],
    ['adress', 'address'],
    ['addres', 'address'],
    ['garantee', 'guarantee'],
    ['exchnage', 'exchange'],
    ['refnud', 'refund'],
    ['wahsing', 'washing'],
    ['csot', 'cost'],
    ['prcel', 'parcel'],
  ])('is found with slips of the keyboard in it: %s for %s', (typed, meant) => {
    expect(found(typed)[0]).toBe(meant);
  });

  it.each(['women', 'dome', 'cone', 'cure', 'bard', 'wise', 'suit', 'bay', 'lane', 'pink', 'boat', 'height', 'print'])(
    'is no other one, if it is a word itself: %s',
    (typed) => {
      expect(found(typed)).toEqual([]);
    },
  );

  it.each(['comv', 'hame', 'zize', 'qost', 'xard', 'xyzzy', 'klarna'])(
    'is no short or other one that it shares letters with: %s',
    (typed) => {
      expect(found(typed)).toEqual([]);
    },
  );

  it.each([
    ['color', 'colour'],
    ['colors', 'colour'],
    ['organize', 'organise'],
    ['organizing', 'organise'],
    ['canceled', 'cancelled'],
    ['fiber', 'fibre'],
    ['gray', 'grey'],
  ])('is found as it is spelled on the other side of the ocean: %s for %s', (typed, meant) => {
    expect(found(typed)).toEqual([meant]);
  });

  it.each([
    ['retru', ['return', 'returns']],
    ['shipin', ['shipping']],
    ['delivre', ['delivery']],
  ])('is found half typed with a slip in it: %s', (typed, meant) => {
    expect(found(typed, true)).toEqual(meant);
    expect(found(typed, false)).not.toEqual(meant);
  });
});
