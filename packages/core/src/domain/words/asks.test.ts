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

describe('what somebody wants done', () => {
  it.each(['can you book her in for tomorrow', 'could you please fit me in today', 'can you sign my son up'])(
    'is asked for as a favour: %s',
    (words) => expect(isRequest(words)).toBe(true),
  );

  it.each(['will i be charged again', 'did my parcel leave', 'and will it fit my phone', 'can you ship to Norway'])(
    'is nothing that is only asked: %s',
    (words) => expect(isRequest(words)).toBe(false),
  );
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
