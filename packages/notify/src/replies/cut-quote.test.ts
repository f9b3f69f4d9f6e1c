import { describe, expect, it } from '@jest/globals';
import { cutQuote } from './cut-quote.ts';

describe('what is cut from an answer', () => {
  it.each([
    ['Gmail', 'It was 1042.\n\nOn Mon, 5 Jan 2026 at 12:00, Shop <desk@shop.example> wrote:\n> What is it?\n> Yours'],
    [
      'Gmail, wrapped',
      'It was 1042.\n\nOn Mon, 5 Jan 2026 at 12:00, A rather long name of a shop\n<desk@shop.example> wrote:\n\n> What?',
    ],
    ['Apple Mail', 'It was 1042.\n\n> On 5 Jan 2026, at 12:00, Shop <desk@shop.example> wrote:\n> \n> What is it?'],
    [
      'Outlook',
      'It was 1042.\n\n________________________________\nFrom: Shop <desk@shop.example>\nSent: Monday\nTo: Ann\nSubject: x\n\nWhat is it?',
    ],
    [
      'Outlook without a line',
      'It was 1042.\n\nFrom: Shop <desk@shop.example>\nSent: Monday\nTo: Ann\nSubject: x\n\nWhat is it?',
    ],
    ['an old program', 'It was 1042.\r\n\r\n-----Original Message-----\r\nFrom: Shop\r\nWhat is it?'],
    ['Gmail in Chinese', 'It was 1042.\n\nShop <desk@shop.example> 于2026年1月5日周一 12:00写道：\n\n> 请问订单号？'],
    [
      'QQ',
      'It was 1042.\n\n------------------ 原始邮件 ------------------\n发件人: "Shop" <desk@shop.example>;\n请问订单号？',
    ],
    ['NetEase', 'It was 1042.\n\n在 2026-01-05 12:00:00，"Shop" <desk@shop.example> 写道：\n请问订单号？'],
    ['Foxmail', 'It was 1042.\n\n发件人： Shop\n发送时间： 2026-01-05 12:00\n收件人： ann\n主题： 请求\n请问订单号？'],
    ['a phone', 'It was 1042.\n\nSent from my iPhone\n\nOn Mon, Shop wrote:\n> What'],
    ['a Chinese phone', 'It was 1042.\n\n发自我的iPhone'],
    ['a signature', 'It was 1042.\n-- \nAnn Example\nHead of Everything'],
  ])('by %s', (_program, text) => {
    expect(cutQuote(text)).toBe('It was 1042.');
  });

  it('leaves what stands between and below quotations', () => {
    const text = 'Hello,\n\nOn Mon, Shop wrote:\n> Which order?\n1042\n> Which colour?\nBlue';
    expect(cutQuote(text)).toBe('Hello,\n\n1042\nBlue');
  });

  it('leaves words that only look like an introduction', () => {
    const text = 'On Monday I wrote to you: no answer.\nFrom: Berlin\nIn 2025 he 写道 nothing';
    expect(cutQuote(text)).toBe(text);
  });

  it('leaves one who begins with a greeting that looks like a signature', () => {
    expect(cutQuote('Sent from my iPhone')).toBe('Sent from my iPhone');
    expect(cutQuote('> only quoted\n> text')).toBe('');
  });

  it('takes no time over a text that was made to take long', () => {
    const began = performance.now();
    for (const piece of ['On ', '> On a wrote', '在', '-', 'From: a\n', '<@']) cutQuote(piece.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
