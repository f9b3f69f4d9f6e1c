import { describe, expect, it } from '@jest/globals';
import type { Locale, SentimentLabel } from '@solodesk/core';
import { createSentiment } from './create-sentiment.ts';

const sentiment = createSentiment();
const label = (text: string, locale: Locale = 'en') => sentiment.read(text, locale).label;
const score = (text: string, locale: Locale = 'en') => sentiment.read(text, locale).score;

function expectAll(wanted: SentimentLabel, texts: readonly string[]): void {
  expect(Object.fromEntries(texts.map((text) => [text, label(text)]))).toEqual(
    Object.fromEntries(texts.map((text) => [text, wanted])),
  );
}

describe('an English message', () => {
  it('is negative if it complains, also without a word of anger', () => {
    expectAll('negative', [
      'My order never arrived and nobody answers',
      'still waiting for a refund after five weeks',
      'on hold for 50 minutes now',
      'this is the third time the zip broke',
      'the app crashes again and again',
    ]);
  });

  it('is neutral if it asks or tells without a feeling', () => {
    expectAll('neutral', [
      'Do you ship to Canada?',
      'what time do you open on Sunday',
      'My order number is 1042',
      'I would like to change my delivery address',
    ]);
  });

  it('is neutral if it asks for something, or to know it, in words of trouble', () => {
    expectAll('neutral', [
      'Do you repair broken zips?',
      'does it hurt',
      'What do I do if the vase is cracked?',
      'My heating is broken, when could you come?',
      "I'd like to return the curtains",
      'Could you please cancel my order and refund it?',
    ]);
    expectAll('negative', [
      'why does nobody ever answer',
      "Can't you even answer one question?!",
      'how can it be so hard to refund me',
    ]);
  });

  it('is positive if it thanks or praises', () => {
    expectAll('positive', [
      'Thank you so much, that was fast!',
      'love the new boots',
      'great service, will order again',
      'problem solved, you are the best',
    ]);
  });

  it('is turned by a negator, and less so by one that is far away', () => {
    expect(score('The food is good')).toBeGreaterThan(0.2);
    expect(score('The food is not good')).toBeLessThan(-0.2);
    expect(label('not bad at all')).toBe('positive');
    expect(score("I don't like it")).toBeLessThan(score('I like it'));
  });

  it('is what a phrase means whose words say the opposite', () => {
    expectAll('positive', [
      'not bad',
      "it isn't bad",
      "can't complain",
      'could not be happier',
      "I can't recommend it enough",
      'you never let me down',
      'I have no regrets',
      'I would buy again',
      'never had such good service',
    ]);
    expectAll('negative', [
      'far from perfect',
      'anything but good',
      'never had such bad service',
      "won't buy again",
      "it couldn't be worse",
    ]);
    const { words } = sentiment.read('well, not bad at all.', 'en');
    expect(words.map((word) => [word.text, word.polarity])).toEqual([['not bad at all', 'positive']]);
  });

  it('counts more with a degree, an exclamation mark or an emoji', () => {
    expect(score('the quality is really bad')).toBeLessThan(score('the quality is slightly bad'));
    expect(score('ok then 😡')).toBeLessThan(score('ok then'));
    expect(score('ok then 😍')).toBeGreaterThan(score('ok then'));
  });

  it('is weighed by what follows the "but"', () => {
    expect(score('slow delivery but the shoes are wonderful')).toBeGreaterThan(
      score('the shoes are wonderful but slow delivery'),
    );
    expect(label('the pictures are nice, however the paper is awful')).toBe('negative');
  });

  it('is read in spite of stretched words and hashtags', () => {
    expect(label('soooo disappointed')).toBe('negative');
    expect(label('#NeverAgain')).toBe('negative');
  });
});

describe('a Chinese message', () => {
  it('is negative if it complains, also without a word of anger', () => {
    expectAll('negative', [
      '快递三天没动了',
      '态度恶劣，再也不会来了',
      '用了一周就坏了',
      '有没有人管啊，等了两个小时',
      '隔音太差，一晚上没睡',
    ]);
  });

  it('is neutral if it asks or tells without a feeling', () => {
    expectAll('neutral', ['请问怎么退货', '我想改一下收货地址', '订单号是 1042', '周末上班吗']);
  });

  it('is neutral if it asks for something, or to know it, in words of trouble', () => {
    expectAll('neutral', [
      '牙齿断了，周末能看吗',
      '请问会不会掉色',
      '取消要扣费吗',
      '麻烦帮我退一下运费',
      '我想退掉其中一双',
    ]);
    expectAll('negative', ['怎么老是没人回', '你们到底管不管', '也好意思涨价', '味道好大', '都比你们专业']);
  });

  it('is not what it is measured by', () => {
    expectAll('positive', ['并不差', '比想象中好', '多亏了你们，孩子进步很大']);
    expectAll('negative', ['没有想象中好', '没有描述的那么好']);
  });

  it('is positive if it thanks or praises', () => {
    expectAll('positive', ['谢谢，已经收到了', '物超所值，下次还来', '客服很有耐心，点赞', 'yyds']);
  });

  it('is turned by a negator, and back by a second one', () => {
    expect(score('质量好')).toBeGreaterThan(0);
    expect(score('质量不好')).toBeLessThan(0);
    expect(score('没有不满意的地方')).toBeGreaterThan(0);
    expect(score('从来没有失望过')).toBeGreaterThan(0);
  });

  it('is turned by a negator that is blame by itself, and blamed by it where nothing follows', () => {
    expectAll('negative', ['一点都不好用', '一点儿都不喜欢', '根本不好用', '根本没人理']);
    expectAll('positive', ['一点问题都没有', '完全没有异味', '没那么差', '不能再好了', '不得不说非常好']);
  });

  it('is turned by a negator before a word that the lists have only by itself', () => {
    const { words } = sentiment.read('颜色并不漂亮', 'zh');
    expect(words.map((word) => [word.text, word.polarity])).toEqual([['并不漂亮', 'negative']]);
    expect(score('颜色并不漂亮')).toBeLessThan(0);
    expect(score('颜色漂亮')).toBeGreaterThan(0);
    expect(score('不知道为什么大家都说漂亮')).toBeGreaterThan(score('大家都说不漂亮'));
  });

  it('is weighed by what follows the 但是', () => {
    expect(score('外观漂亮，但是质量太差')).toBeLessThan(0);
    expect(score('虽然有点贵，但是真的好用')).toBeGreaterThan(0);
  });

  it('is the same in traditional characters, and with full-width marks', () => {
    expect(score('質量太差，非常失望！')).toBeCloseTo(score('质量太差，非常失望!'), 6);
    expect(label('服務很好，謝謝')).toBe('positive');
  });

  it('takes its English words in as well', () => {
    expect(score('你们的 service 太 terrible')).toBeLessThan(0);
    expect(score('客服 is great')).toBeGreaterThan(0);
  });
});

describe('the words that decided', () => {
  it('are shown with place and polarity, a negator with its word', () => {
    const text = 'The room was not clean, but the staff were lovely';
    const { words } = sentiment.read(text, 'en');
    expect(words.map((word) => [word.text, word.polarity])).toEqual(
      expect.arrayContaining([
        ['not clean', 'negative'],
        ['lovely', 'positive'],
      ]),
    );
    for (const { text: shown, start, end } of words) expect(text.slice(start, end)).toBe(shown);
  });

  it('are shown in Chinese too, as they were written', () => {
    const text = '房間很乾淨，但是態度惡劣';
    const { words } = sentiment.read(text, 'zh');
    expect(words.map((word) => [word.text, word.polarity])).toEqual([
      ['很乾淨', 'positive'],
      ['態度惡劣', 'negative'],
    ]);
  });

  it('are at most eight, weighed from 0 to 1, and none where nothing was felt', () => {
    const { words } = sentiment.read('bad awful terrible horrible ugly rude slow broken dirty cold late', 'en');
    expect(words.length).toBeLessThanOrEqual(8);
    expect(Math.max(...words.map(({ weight }) => weight))).toBe(1);
    expect(sentiment.read('在吗', 'zh').words).toEqual([]);
  });
});

describe('a text that nobody expects', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['4,000 letters', 'x'.repeat(4_000)],
    ['4,000 words of both languages', '很差 bad '.repeat(500)],
    ['far too much', '烂'.repeat(100_000)],
    ['emoji alone', '😡😡😡'],
    ['a family of joined emoji', '👨‍👩‍👧‍👦'],
    ['HTML', '<script>alert("bad")</script><p class="awful">ok</p>'],
    ['SQL', "'; DROP TABLE messages; --"],
    ['lone surrogates', '\ud83d bad \ude00 很差 \udc00'],
    ['control characters', '\u0000\u0007\u200b\u202e'],
    ['another script', 'Здравствуйте, где мой заказ? مرحبا'],
  ])('gets an answer: %s', (_, text) => {
    const reading = sentiment.read(text, 'zh');
    expect(['negative', 'neutral', 'positive']).toContain(reading.label);
    expect(Math.abs(reading.score)).toBeLessThanOrEqual(1);
    for (const { text: shown, start, end } of reading.words) expect(text.slice(start, end)).toBe(shown);
  });

  it.each([
    ['The pot is great. ', 'en', 'positive'],
    ['The lid is broken. ', 'en', 'negative'],
    ['很好用，我很喜欢。', 'zh', 'positive'],
    ['质量太差了。', 'zh', 'negative'],
  ] as const)('means what it means when it is said again and again: %s', (text, locale, felt) => {
    for (const times of [1, 3, 10, 40, 150]) expect([times, label(text.repeat(times), locale)]).toEqual([times, felt]);
  });

  it('is neutral if there is nothing to go by', () => {
    expect(label('')).toBe('neutral');
    expect(label('1042', 'zh')).toBe('neutral');
  });

  it('is felt from its emoji alone', () => {
    expect(label('😡😡😡')).toBe('negative');
    expect(label('❤️', 'zh')).toBe('positive');
  });

  it('is not judged by the tags around it', () => {
    expect(sentiment.read('<b class="terrible">Where is my order?</b>', 'en').words).toEqual([]);
  });
});
