import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.ts';
import { holdsAll, rangesOf } from './search-match.ts';
import { searchPieces, searchTerms, termsOfPiece } from './search-terms.ts';

/** What is marked in a text. */
const marked = (text: string, question: string) =>
  rangesOf(text, searchPieces(question)).map(([from, to]) => text.slice(from, to));

describe('the terms of a text', () => {
  it('are single signs and pairs of neighbours, which do not reach over punctuation', () => {
    expect([...searchTerms('收货，地址')]).toEqual(['收', '货', '收货', '地', '址', '地址']);
  });
  it('are the beginnings of words, and of digits what a part of a number is found by', () => {
    expect([...searchTerms('Lamps')]).toEqual(['la', 'lam', 'lamp', 'lamps']);
    expect([...searchTerms('10425')]).toEqual(['1', '10', '104', '042', '425']);
  });

  it('are there for each piece of a question that the text holds', () => {
    const texts = [
      '你好，我想退货。订单号 TL-1042',
      'Ｆｕｌｌ width CAFÉ, straße ﬁne 𠮷野家 T恤衫 x',
      'ภาษาไทย 日本語テスト 한국어 42',
    ];
    for (const text of texts) {
      const terms = searchTerms(text);
      // Everything that stands between two places of the text.
      for (let from = 0; from < text.length; from++) {
        for (let to = from + 1; to <= text.length; to++) {
          const pieces = searchPieces(text.slice(from, to));
          if (pieces.length === 0 || !holdsAll(text, pieces)) continue;
          for (const term of pieces.flatMap(termsOfPiece))
            expect([text.slice(from, to), terms.has(term)]).toEqual([text.slice(from, to), true]);
        }
      }
    }
  });
});

describe('a question', () => {
  it('of nothing that could be looked up asks for nothing', () => {
    for (const question of ['', '  ', '?!', 'a', '😀', '"']) expect(searchPieces(question)).toEqual([]);
    expect(searchPieces('退')).toEqual([{ kind: 'signs', text: '退' }]);
    expect(searchPieces('4')).toEqual([{ kind: 'digits', text: '4' }]);
  });
  it('has an end, however long it is', () => {
    expect(searchPieces('word '.repeat(500))).toHaveLength(12);
  });
});

describe('what was looked for', () => {
  it('is marked where it stands in the original, whatever its form', () => {
    expect(marked('我想退货，退货地址', '退货')).toEqual(['退货', '退货']);
    expect(marked('Ein CAFÉ, ｃａｆｅ', 'cafe')).toEqual(['CAFÉ', 'ｃａｆｅ']);
    expect(marked('office: ﬁne', 'fi')).toEqual(['ﬁ']);
    expect(marked('party art Artist', 'art')).toEqual(['art', 'Art']);
    expect(marked('T恤衫 refund退款', '恤 退款')).toEqual(['恤', '退款']);
    expect(marked('a-1042', 'A-1042')).toEqual(['a', '1042']);
    expect(marked('𠮷野家', '野')).toEqual(['野']);
  });

  it('is shown with what stands around it, and no character is cut in two', () => {
    const text = `${'很长的话'.repeat(60)}退货${'😀'.repeat(200)}`;
    const { text: part, ranges, cut } = excerptOf(text, searchPieces('退货'), 81);
    expect(ranges.map(([from, to]) => part.slice(from, to))).toEqual(['退货']);
    expect(cut).toEqual([true, true]);
    expect(part.length).toBeLessThan(83);
    expect(part.isWellFormed()).toBe(true);
    expect(excerptOf('one\nline', searchPieces('line'))).toEqual({
      ...{ text: 'one line', ranges: [[4, 8]], cut: [false, false] },
    });
  });
});
