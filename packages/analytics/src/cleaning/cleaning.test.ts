import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanMessage } from './clean-message.ts';
import { cleanMessages } from './clean-messages.ts';
import { isCourtesy } from './courtesy.ts';
import { isGibberish } from './gibberish.ts';
import { mostRepeated } from './most-repeated.ts';

describe('a cleaned message', () => {
  it.each([
    ['mark-up', '<p>The&nbsp;vase <b>broke</b></p><script>alert(1)</script>', 'The vase broke'],
    ['addresses', 'see https://shop.example/x?y=1 or write to ann@mail.example please', 'see or write to please'],
    ['width', 'Ｔｈｅ　ｖａｓｅ １２', 'The vase 12'],
    ['a quoted reply', 'It is broken.\n\nOn Monday, Mei wrote:\n> How is the vase?', 'It is broken.'],
    ['quoted lines', '> How is it?\nIt is broken.', 'It is broken.'],
    ['a signature', 'It is broken.\n-- \nAnn Lee\nTeal Street 5', 'It is broken.'],
    ['a Chinese reply', '花瓶碎了\n在 2026年5月1日 Mei 写道：\n> 花瓶怎么样', '花瓶碎了'],
    ['nothing but a quotation', '> It is broken.', 'It is broken.'],
  ])('loses %s', (_, text, left) => expect(cleanMessage(text)).toBe(left));

  it('keeps signs that are no mark-up', () => {
    expect(cleanMessage('size < 40 and > 36 & more')).toBe('size < 40 and > 36 & more');
  });

  it('is folded to one script where that is asked for', () => {
    expect(cleanMessage('訂單', (text) => text.replace('訂單', '订单'))).toBe('订单');
  });

  it('is a text, whatever comes in, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof cleanMessage(text) === 'string'),
    );
    expect(cleanMessage('<'.repeat(200_000)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('gibberish', () => {
  it.each(['asdfghjkl', 'aaaaaaa', '!!!???', '。。。', 'xkcdqwrtzp'])('is %s', (text) =>
    expect(isGibberish(text)).toBe(true),
  );
  it.each(['rhythm', 'SHOP-T17', 'ok', '退货', '👍', '42', 'wtf', 'Größe'])('is not %s', (text) =>
    expect(isGibberish(text)).toBe(false),
  );
});

describe('messages', () => {
  it('stay once with all their places, and what was left out is counted', () => {
    const { messages, dropped } = cleanMessages(['Broken!', '', 'broken', 'asdfghjkl', 'How can I help?', 'late'], {
      botTexts: ['How can I help?'],
    });
    expect(messages).toEqual([
      { text: 'Broken!', at: [0, 2] },
      { text: 'late', at: [5] },
    ]);
    expect(dropped).toEqual({ empty: 1, gibberish: 1, bot: 1, duplicates: 1 });
  });
});

describe('what is said again and again', () => {
  it('is named with how often, the most frequent first, without thanks', () => {
    const said = [
      'late',
      'purple',
      ...Array<string>(9).fill('Thank you'),
      ...Array<string>(5).fill('purple!'),
      ...Array<string>(7).fill('Late'),
    ];
    const { messages } = cleanMessages(said);
    expect(mostRepeated(messages, 6).map(({ text, at }) => [text, at.length])).toEqual([
      ['late', 8],
      ['purple', 6],
    ]);
    expect(mostRepeated(messages, 9)).toEqual([]);
  });
});

describe('a courtesy', () => {
  it.each([
    'Thanks a lot!',
    'ok, thank you so much :)',
    'Hi there',
    "You're welcome. Bye!",
    '好的，谢谢您',
    '嗯嗯，明白了',
    '没有了，再见',
  ])('is nothing but words of any talk: %s', (text) => expect(isCourtesy(text)).toBe(true));

  it.each([
    'no thanks to you my parcel is late',
    'no good',
    'hello, where is my parcel',
    'thanks for nothing',
    '好慢',
    '你好，快递到哪了',
    '可以退吗',
    '42',
  ])('is not what says something: %s', (text) => expect(isCourtesy(text)).toBe(false));
});
