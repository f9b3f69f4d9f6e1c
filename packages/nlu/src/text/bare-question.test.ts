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
  ])('%s', (text, asked) => {
    expect(zh(text)).toBe(asked);
  });

  it('leaves a number that is asked about, and words that say nothing without it', () => {
    for (const text of [
      'where is order 1042',
      'cancel order 1042',
      'order 1042',
      'hi, order 1042',
      'ok thanks',
      'thank you very much',
      'i am 1042 km away from you',
      'is it 120 cm wide, or 140',
      'hi, my name is anna.',
      "i'm allergic, may i come",
      'hi it came broken, i want another one',
      'what are your best sellers',
    ]) {
      expect(en(text)).toBeNull();
    }
    for (const text of ['订单 1042 发货了吗', '你好，谢谢', '取消订单1042', '谢谢您']) expect(zh(text)).toBeNull();
  });

  it('takes no time over a long row of commas or dashes', () => {
    for (const sign of [',', '- ', '， ', '((', 'thanks, ', '🙏', '🙏 ', ':) ', 'hi ', 'best ', 'sent from my ']) {
      const text = sign.repeat(500).slice(0, 1_000);
      expect(() => [en(text), zh(text)]).not.toThrow();
    }
  });
});
