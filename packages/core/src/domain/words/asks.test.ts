import { describe, expect, it } from '@jest/globals';
import { asksSomewhere, looksLikeQuestion } from './asks.ts';
import { isRequest } from './wants.ts';

describe('a Chinese question without a question mark', () => {
  it.each(['不合适能退不', '这个会缩水不', 'excel行不行', '这样要不要来医院', '你们周末开不开', '能开发票不？'])(
    'asks, and wants nothing done: %s',
    (words) => {
      expect(looksLikeQuestion(words)).toBe(true);
      expect(asksSomewhere(words)).toBe(true);
      expect(isRequest(words)).toBe(false);
    },
  );

  it.each(['不合适，我要退', '我不要了', '这个不行', '不得不退了', '帮我退一下'])('is none: %s', (words) => {
    expect(asksSomewhere(words)).toBe(false);
  });
});

describe('an English question without a question mark', () => {
  it.each([
    'hmm do you have a discount if i stay',
    'oh wait, can I change the size',
    'sorry, how long does that take',
    'ok so what happens then',
    'um... is there parking',
  ])('asks, whatever it begins with: "%s"', (words) => expect(looksLikeQuestion(words)).toBe(true));

  it.each(['oh well, the cup is broken', 'hi, my parcel is late', 'sorry, wrong number', 'um, the blue one'])(
    'is none: "%s"',
    (words) => expect(looksLikeQuestion(words)).toBe(false),
  );
});
