import { describe, expect, it } from '@jest/globals';
import { BUILT_IN } from '@solodesk/core';
import type { Faq } from '@solodesk/core';
import { BUILT_IN_EN } from '../data/built-in-en.ts';
import { BUILT_IN_ZH } from '../data/built-in-zh.ts';
import { bookOf, shopBook } from '../testing/shop-book.ts';
import { OUT_OF_SCOPE_INTENT, trainingExamples } from './training-examples.ts';

function faq(intent: string, en: string[]): Faq {
  return { intent, category: 'test', question: { en: 'Question' }, phrasings: { en }, answer: {} };
}

describe('training examples', () => {
  it('are the questions and phrasings of each language, the built-in intents, and what is out of scope', () => {
    const { en, zh } = trainingExamples(shopBook());
    expect(en).toContainEqual(expect.objectContaining({ text: 'Where is my order?', intent: 'order.status' }));
    expect(zh).toContainEqual(expect.objectContaining({ text: '包邮吗', intent: 'delivery.cost' }));
    for (const intent of [...Object.values(BUILT_IN), OUT_OF_SCOPE_INTENT]) {
      expect(en.filter((example) => example.intent === intent).length).toBeGreaterThan(10);
      expect(zh.filter((example) => example.intent === intent).length).toBeGreaterThan(10);
    }
  });

  it('are names and answers, too, of FAQs with few phrasings, which nobody asks', () => {
    const few: Faq = {
      ...faq('delivery.countries', ['do you ship abroad']),
      answer: { en: { text: 'We post parcels to Canada.', quickReplies: [], links: [] } },
    };
    const { en } = trainingExamples(bookOf([few], 'h'));
    expect(en.filter(({ intent }) => intent === few.intent)).toEqual([
      { text: 'Question', intent: few.intent, own: true },
      { text: 'do you ship abroad', intent: few.intent, own: true },
      { text: 'We post parcels to Canada.', intent: few.intent, own: false, told: true },
      { text: 'delivery countries', intent: few.intent, own: false, told: true },
    ]);
  });

  it('are what the site says is out of scope, but for what an FAQ has as an example', () => {
    const book = {
      ...bookOf([faq('team.jobs', ['are you hiring'])], 'h'),
      outOfScope: { en: ['Are you hiring?', 'do you rent rooms'] },
    };
    const { en } = trainingExamples(book);
    expect(en).toContainEqual({ text: 'do you rent rooms', intent: OUT_OF_SCOPE_INTENT, own: true });
    expect(en.filter(({ text }) => /hiring/i.test(text))).toEqual([
      { text: 'are you hiring', intent: 'team.jobs', own: true },
    ]);
  });

  it('give a built-in intent to the FAQ that says the same', () => {
    const { en, zh } = trainingExamples(bookOf([faq('talk.hello', ['Hi!', 'hello'])], 'h'));
    expect(en).toContainEqual(expect.objectContaining({ text: 'good morning', intent: 'talk.hello' }));
    expect(zh).toContainEqual(expect.objectContaining({ text: '你好', intent: 'talk.hello' }));
    expect(en.some(({ intent }) => intent === BUILT_IN.greeting)).toBe(false);
  });

  it('leave a built-in intent alone that shares a single sentence with an FAQ', () => {
    const { en } = trainingExamples(bookOf([faq('shop.start', ['hi', 'where do I begin'])], 'h'));
    expect(en).toContainEqual(expect.objectContaining({ text: 'hello', intent: BUILT_IN.greeting }));
  });

  it('never give away asking for a person', () => {
    const sentences = ['talk to a human', 'human agent', 'operator'];
    const { en } = trainingExamples(bookOf([faq('shop.contact', sentences)], 'h'));
    for (const text of sentences) expect(en).toContainEqual(expect.objectContaining({ text, intent: BUILT_IN.person }));
  });

  it('leave out a name that several have but for the number', () => {
    const { en } = trainingExamples(bookOf([faq('faq-1', ['a question']), faq('faq-2', ['another'])], 'h'));
    expect(en.filter(({ text }) => text === 'faq')).toEqual([]);
  });

  it('have each sentence once, however it is punctuated', () => {
    const { en } = trainingExamples(bookOf([faq('a', ['Is it  open?', 'is it open']), faq('b', ['Is it open!'])], 'h'));
    expect(en.filter(({ intent }) => intent === 'a' || intent === 'b').slice(1)).toEqual([
      { text: 'Is it  open?', intent: 'a', own: true },
    ]);
  });

  it('know at least fifteen ways to ask for a person in each language', () => {
    expect(BUILT_IN_EN.person.length).toBeGreaterThanOrEqual(15);
    expect(BUILT_IN_ZH.person.length).toBeGreaterThanOrEqual(15);
  });
});
