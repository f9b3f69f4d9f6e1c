import { describe, expect, it } from '@jest/globals';
import type { Faq } from './faq.ts';
import { lessonOf, wordsOfName } from './lesson.ts';

function faq(phrasings: string[], text: string): Faq {
  return {
    intent: 'delivery.countries',
    category: 'delivery',
    question: { en: 'Where do you deliver to?' },
    phrasings: { en: phrasings },
    answer: { en: { text, quickReplies: [], links: [] } },
  };
}

describe('what there is to learn of an FAQ', () => {
  it('is its question, its phrasings, and, where those are few, its name and its answer', () => {
    expect(lessonOf(faq(['do you ship abroad'], 'To all of Canada. From 9.90 on!\nNot to islands'), 'en')).toEqual({
      asked: ['Where do you deliver to?', 'do you ship abroad'],
      answered: ['To all of Canada.', 'From 9.90 on!', 'Not to islands'],
      named: 'delivery countries',
    });
  });

  it('leaves name and answer out where enough sentences tell what is asked', () => {
    const many = faq(['a1', 'a2', 'a3', 'a4', 'a5'], 'To all of Canada.');
    expect(lessonOf(many, 'en')).toMatchObject({ answered: [], named: '' });
  });

  it('reads an answer as it is said to somebody unknown, without addresses', () => {
    const text = 'Hello {{name|there}}, see https://shop.example/countries or write to mei@shop.example today.';
    expect(lessonOf(faq([], text), 'en').answered).toEqual([
      expect.stringMatching(/^Hello there, see\s+or write to\s+today\.$/),
    ]);
  });

  it('is nothing in a language that the FAQ does not speak, and no answer that is an address alone', () => {
    expect(lessonOf(faq([], 'To Canada.'), 'zh')).toEqual({ asked: [], answered: [], named: '' });
    expect(lessonOf(faq([], 'https://shop.example/countries'), 'en').answered).toEqual([]);
  });
});

describe('the name of an intent', () => {
  it.each([
    ['returns.refund', 'en', 'returns refund'],
    ['reset_password', 'en', 'reset password'],
    ['ResetPassword', 'en', 'reset password'],
    ['FAQ-12', 'en', 'faq'],
    ['returns.refund', 'zh', ''],
    ['退货-退款', 'zh', '退货 退款'],
    ['12', 'en', ''],
    ['general.q7', 'en', 'general'],
  ] as const)('%s says in %s "%s"', (name, locale, words) => {
    expect(wordsOfName(name, locale)).toBe(words);
  });
});
