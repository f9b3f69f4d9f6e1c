import { describe, expect, it } from '@jest/globals';
import { Spelling, withoutEnding } from './spelling.ts';

describe('spelling', () => {
  const stems = ['return', 'deliveri', 'label', 'size', 'password', 'return label'];
  const spelling = Spelling.of(stems);

  it.each([
    ['retrun', 'retrun', 'return'],
    ['retun', 'retun', 'return'],
    ['returrn', 'returrn', 'return'],
    ['retutn', 'retutn', 'return'],
    ['delivry', 'delivri', 'deliveri'],
    ['lable', 'labl', 'label'],
  ])('takes %s (stem %s) for %s', (typed, stem, meant) => {
    expect(stems[spelling.nearest(typed, stem)]).toBe(meant);
  });

  it.each([
    ['two slips', 'rteunr', 'rteunr'],
    ['a word that is too short to tell', 'site', 'site'],
    ['another word', 'capital', 'capit'],
    ['no Latin letters', '退货退货退', '退货退货退'],
  ])('leaves %s alone', (_, typed, stem) => {
    expect(spelling.nearest(typed, stem)).toBe(-1);
  });

  it('tells all that are near, in the order of the vocabulary', () => {
    const several = Spelling.of(['oper', 'other', 'order', 'odor']);
    expect(several.near('oder')).toEqual([0, 2, 3]);
  });

  it('misses a letter of a word of four, and no more', () => {
    const short = Spelling.of(['size', 'pay']);
    expect(['sze', 'sz', 'py'].map((typed) => short.near(typed))).toEqual([[0], [], []]);
  });

  it('sees through an ending that a slip hid from the stemmer', () => {
    const shop = Spelling.of(['chang', 'ship']);
    expect(['chnage', 'shpping'].map((typed) => shop.near(withoutEnding(typed))[0])).toEqual([0, 1]);
  });
});
