import { describe, expect, it } from '@jest/globals';
import { markMatches } from './mark-matches.ts';

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('what was looked for is marked in a text', () => {
  it.each([
    ['Washing linen: wash it cold.', 'how do I wash it?', '[Washing] linen: [wash] it cold.'],
    ['The customs form', 'custms', 'The [customs] form'],
    ['Radiators are hot', 'radi', '[Radiators] are hot'],
    ['Café crème', 'cafe', '[Café] crème'],
    ['<b>wash</b>', 'wash', '<b>[wash]</b>'],
    ['不要放在暖气片上烘', '暖气片可以吗', '不要放在[暖气片]上烘'],
    ['查询礼品卡余额', '礼品卡怎么用', '查询[礼品卡]余额'],
    ['gift card 礼品卡', '礼品卡 gift', '[gift] card [礼品卡]'],
    ['nothing here', 'how do I', 'nothing here'],
    ['申请退货，再发货', '退活', '申请[退货]，再发货'],
    ['', 'wash', ''],
  ])('"%s" for "%s"', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('and nothing of the text is lost', () => {
    const text = 'Wash, wäsch, 洗洗洗涤, 👕 wash\n  wash';
    expect(
      markMatches(text, 'wash 洗涤')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
