import { describe, expect, it } from '@jest/globals';
import { foldText } from './fold-text.ts';
import { bareQuestion } from './bare-question.ts';

const en = (text: string) => bareQuestion(foldText(text), 'en');
const zh = (text: string) => bareQuestion(foldText(text), 'zh');

describe('what a message asks, without what stands around it', () => {
  it.each([
    ['Do you ship to Norway (order 1042)', 'do you ship to norway'],
    ['do you ship to norway for order #1042', 'do you ship to norway'],
    ['do you ship to norway, my number is TL-1042', 'do you ship to norway'],
    ['do you ship to norway - customer no. 77120', 'do you ship to norway'],
    ['do you ship to norway. It is about 1042.', 'do you ship to norway'],
    ['do you ship to norway ref 1042', 'do you ship to norway'],
    ['do you ship to norway thanks, customer 1042', 'do you ship to norway'],
    ['do you ship to norway, many thanks!', 'do you ship to norway'],
    ['do you ship to norway please', 'do you ship to norway'],
    ['Sorry to bother you but do you ship to Norway', 'do you ship to norway'],
    ['hi, quick question: do you ship to Norway', 'do you ship to norway'],
    ['apple pay? thank you very much', 'apple pay'],
    ['Hello Mei,\n\ndo you ship to Norway?\n\nMany thanks,\nAnna Berg', 'do you ship to norway'],
    ['Dear Sir or Madam, do you ship to Norway?\nBest regards,\nJohn', 'do you ship to norway'],
    ['Hi, my name is Anna. Do you ship to Norway? Please let me know.', 'do you ship to norway'],
    ["I'm a customer from Canada, do you ship to Norway? :)", 'do you ship to norway?'],
    ['do you ship to norway?\n\nSent from my iPhone', 'do you ship to norway'],
    ['hi it came broken, i want another one', 'it came broken, i want another one'],
    ['demo? thank you for your help', 'demo'],
    ['do you ship to norway thank', 'do you ship to norway'],
    ['do you ship to norway pls tell me', 'do you ship to norway'],
    ['do you ship to norway? have a nice day', 'do you ship to norway'],
    ['do you ship to norway? Much appreciated!', 'do you ship to norway'],
    ['do you ship to norway? I need to know today', 'do you ship to norway'],
    ['do you ship to norway. It is urgent', 'do you ship to norway'],
    ['do you ship to norway please be quick', 'do you ship to norway'],
    ['do you ship to norway? I am in a hurry', 'do you ship to norway'],
    ['do you ship to norway? can you help?', 'do you ship to norway'],
    ['do you ship to norway, any ideas?', 'do you ship to norway'],
    ['do you ship to norway? Sorry for asking, thanks a lot', 'do you ship to norway'],
    ['great, thanks! do you ship to norway', 'do you ship to norway'],
    ['um, so do you ship to norway', 'do you ship to norway'],
    ['I have another question: do you ship to norway', 'do you ship to norway'],
    ['just wondering if you ship to norway', 'you ship to norway'],
    ['sorry if this is a stupid question but do you ship to norway', 'do you ship to norway'],
    ['Hey there, can you tell me the price xx', 'the price'],
    ['do you ship to norway 👍🏽', 'do you ship to norway'],
  ])('%s', (text, asked) => {
    expect(en(text)).toBe(asked);
  });

  it.each([
    ['可以寄到挪威吗（订单 1042）', '可以寄到挪威吗'],
    ['可以寄到挪威吗，我的编号是 1042', '可以寄到挪威吗'],
    ['可以寄到挪威吗，是关于 1042 的', '可以寄到挪威吗'],
    ['可以寄到挪威嗎？謝謝您！', '可以寄到挪威吗'],
    ['可以寄到挪威吗，谢谢，客户 77120', '可以寄到挪威吗'],
    ['可以寄到挪威吗，谢谢啦🙏', '可以寄到挪威吗'],
    ['可以寄到挪威吗？发自我的iPhone', '可以寄到挪威吗'],
    ['可以寄到挪威吗，辛苦了', '可以寄到挪威吗'],
    ['可以寄到挪威吗，麻烦了！', '可以寄到挪威吗'],
    ['可以寄到挪威吗，急', '可以寄到挪威吗'],
    ['可以寄到挪威吗？在线等，挺急的', '可以寄到挪威吗'],
    ['可以寄到挪威吗，麻烦尽快回复', '可以寄到挪威吗'],
    ['可以寄到挪威吗，多谢啦～', '可以寄到挪威吗'],
    ['可以寄到挪威吗[微笑]', '可以寄到挪威吗'],
    ['收据谢谢', '收据'],
    ['好的谢谢，可以寄到挪威吗', '可以寄到挪威吗'],
    ['客服你好，想咨询一下，可以寄到挪威吗', '可以寄到挪威吗'],
    ['那个，请教一下可以寄到挪威吗', '可以寄到挪威吗'],
    ['還有個問題，可以寄到挪威嗎', '可以寄到挪威吗'],
  ])('%s', (text, asked) => {
    expect(zh(text)).toBe(asked);
  });

  it('leaves a number that is asked about, and words that say nothing without it', () => {
    for (const text of [
      'where is order 1042',
      'cancel order 1042',
      'order 1042',
      'hi, order 1042',
      'hi mei',
      'i am 1042 km away from you',
      'is it 120 cm wide, or 140',
      "i'm allergic, may i come",
      'what are your best sellers',
      'is it nice and cool linen',
      'do you need help in the studio',
      'how fast can i get it',
      'question about my order',
    ]) {
      expect(en(text)).toBeNull();
    }
    for (const text of ['订单 1042 发货了吗', '取消订单1042', '退货太麻烦了', '亲子装', '老师什么时候上课'])
      expect(zh(text)).toBeNull();
  });

  it.each([
    ...[
      'ok thanks',
      'thank you very much',
      'thanks so much!',
      'have a nice day',
      'fine, thanks',
      'hi, my name is anna.',
    ],
    ...['hi there', 'it is urgent', 'I need to know today!', 'any ideas?', 'just wondering', 'so', 'hello team 👋'],
    ...['你好，谢谢', '谢谢您', '好的，谢谢', '有人吗？', '很急', '在线等', '万分感谢', '收到', '想咨询一下'],
  ])('finds nothing asked in %s', (text) => {
    expect(/\p{Script=Han}/u.test(text) ? zh(text) : en(text)).toBe('');
  });

  it('takes no time over a long row of commas or dashes', () => {
    for (const sign of [
      ',',
      '- ',
      '， ',
      '((',
      'thanks, ',
      '🙏',
      '🙏 ',
      ':) ',
      'hi ',
      'best ',
      'sent from my ',
      'so ',
      'i just want ',
      'please ',
      '想',
      '请问',
      '急',
      '嗯，',
    ]) {
      const text = sign.repeat(500).slice(0, 1_000);
      expect(() => [en(text), zh(text)]).not.toThrow();
    }
  });
});
