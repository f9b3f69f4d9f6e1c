import { describe, expect, it } from '@jest/globals';
import { chineseWords } from './chinese-words.ts';

const KNOWN = ['退', '货', '退货', '邮费', '发票', '增值税', '增值税票', '费'];
const cut = (...units: string[]) =>
  chineseWords(units, (text, from, to) => KNOWN.indexOf(text.slice(from, to))).map((word) => KNOWN[word]);

describe('the words of Chinese characters', () => {
  it('are the longest that are known, and characters alone where those are', () => {
    expect(cut(...'退货邮费')).toEqual(['退货', '邮费']);
    expect(cut(...'增值税票')).toEqual(['增值税票']);
    expect(cut(...'货退')).toEqual(['货', '退']);
  });

  it('are none of what is unknown, of Latin words or of nothing', () => {
    expect(cut(...'我要退货的费')).toEqual(['退货', '费']);
    expect(cut('app', '退', '0', '货')).toEqual(['退', '货']);
    expect(cut(...'')).toEqual([]);
  });
});
