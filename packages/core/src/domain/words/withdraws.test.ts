import { describe, expect, it } from '@jest/globals';
import { plainWords } from './plain-words.ts';
import { callsOffIn, dropsCallIn } from './withdraws.ts';

describe('who waits for a person', () => {
  it.each([
    'oh never mind',
    "ok I'm back in, ignore that",
    'it works now, you can ignore my last message',
    'Never mind, cancel my request',
    'cancel the call please',
    'no need any more, thanks',
    '算了，不用了，谢谢',
    '算了，取消请求吧',
    '取消我的申请',
    'forget the human',
    'never mind, no person needed',
    "I don't need a real person any more, thanks",
    'actually nobody needs to come',
    'no need for an agent',
    'no need for a person actually',
    "don't bother the owner",
    '不用人工了',
    '算了，不用转人工了',
    '不需要真人客服了，谢谢',
    '人工不用了',
    '别叫人了',
    '不要找人工了吧',
  ])('needs nobody any more: %s', (words) => {
    expect(dropsCallIn(plainWords(words))).toBe(true);
  });

  it.each([
    'cancel my order',
    'cancel it',
    'never mind the colour',
    'never mind, is my order cancelled',
    '取消订单',
    '取消',
    'no human?',
    'I need a person now',
    'forget the blue one, I want the red one',
    "don't need the invoice any more",
    'nobody answers',
    '没人吗',
    '不要机器人，要人工',
    '人工怎么还不来',
    '不用换货了',
  ])('tells that person something: %s', (words) => {
    expect(dropsCallIn(plainWords(words))).toBe(false);
  });
});

describe('who leaves something alone', () => {
  it.each([
    "ok never mind I'll call",
    'never mind, too expensive',
    "forget it, I'll just come by tomorrow",
    "nvm I'll ask my sister",
    "forget it, I'll just dispute it with my bank",
    "never mind, it's not worth the trouble",
    'actually forget it, you are too far away',
    '算了我直接去医院',
    '算了，太贵了',
    '那算了吧，我自己打电话',
    '算了不弄了',
    '算了不改了',
    '算了，我不换货了',
    "never mind, i'll do it myself",
  ])('may say what they do instead, or why: %s', (words) => {
    expect(callsOffIn(plainWords(words))).toBe(true);
  });

  it.each([
    "never mind, I'll take the voucher",
    'never mind the colour, is it in stock?',
    'forget it, just give me my money back',
    'never mind, you are too slow, refund me',
    "never mind, I'll ask for a person",
    'I forgot to say that it is too small',
    '算了，给我退款',
    '算了还是退款吧',
    '算了，换大一码',
    "never mind, I'll do the exchange",
    '算了不退了我要换货',
    '算了，不改了吗',
    '算了吗',
  ])('is not who wants something else: %s', (words) => {
    expect(callsOffIn(plainWords(words))).toBe(false);
  });
});
