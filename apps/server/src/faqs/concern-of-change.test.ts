import { describe, expect, it } from '@jest/globals';
import type { Faq, FaqBook } from '@solodesk/core';
import type { Turned } from '@solodesk/nlu';
import { byConcern } from './concern-of-change.ts';

const faq = (intent: string, ...phrasings: string[]): Faq => ({
  intent,
  category: 'shop',
  question: { en: intent },
  phrasings: { en: phrasings },
  answer: { en: { text: 'Yes.', quickReplies: [], links: [] } },
});
const MANY = ['one', 'two', 'three', 'four', 'five'];
const book = (faqs: Faq[], outOfScope: string[] = []): FaqBook => ({
  hash: JSON.stringify([faqs, outOfScope]),
  locales: ['en'],
  faqs: new Map(faqs.map((each) => [each.intent, each])),
  outOfScope: { en: outOfScope },
});
const BEFORE = book([faq('a.a', ...MANY), faq('b.b', ...MANY), faq('c.c', ...MANY)]);
/** One phrasing more for `a.a`. */
const AFTER = book([faq('a.a', ...MANY, 'six'), faq('b.b', ...MANY), faq('c.c', ...MANY)]);

/** A sentence of the site, unless it is said otherwise: `intent: before → after`. */
const turned = (intent: string | null, before: string | null, after: string | null, own = true): Turned => ({
  text: `${intent} ${before} ${after}`,
  locale: 'en',
  intent,
  own,
  before,
  after,
});
const isTold = (sentence: Turned, before = BEFORE, after = AFTER) =>
  byConcern(before, after)([sentence])[0].length === 1;

describe('what a change of FAQs turns', () => {
  it.each([
    ['a phrasing of the FAQ that is changed gets no answer', turned('a.a', 'a.a', null)],
    ['another FAQ’s goes to it', turned('b.b', 'b.b', 'a.a')],
    ['what no FAQ answers goes to it', turned(null, null, 'a.a', false)],
    ['any phrasing of the site is lost to small talk', turned('b.b', 'b.b', 'solodesk.greeting')],
    ['any phrasing of the site goes to another FAQ than its own', turned('b.b', 'b.b', 'c.c')],
    ['what the site says that no FAQ answers is answered', turned(null, null, 'c.c')],
    ['what the changed FAQ took comes back', turned('b.b', 'a.a', 'b.b')],
  ])('is told where %s', (_, sentence) => {
    expect(isTold(sentence)).toBe(true);
  });

  it.each([
    ['what every model learns as out of scope is taken for small talk', turned(null, null, 'solodesk.greeting', false)],
    ['it is taken for an FAQ that the change does not teach', turned(null, null, 'b.b', false)],
    ['an FAQ that the change does not teach is unsure of a phrasing', turned('b.b', 'b.b', null)],
    ['or is sure of it now', turned('b.b', null, 'b.b')],
  ])('is counted apart where %s', (_, sentence) => {
    expect(isTold(sentence)).toBe(false);
  });

  it('is told of all that the site says where the change is about what no FAQ answers', () => {
    const more = book([...BEFORE.faqs.values()], ['are you hiring']);
    expect(isTold(turned('b.b', 'b.b', null), BEFORE, more)).toBe(true);
    expect(isTold(turned(null, null, 'b.b', false), BEFORE, more)).toBe(false);
  });

  it('is not told by an answer from which nothing is learned', () => {
    const [first, ...rest] = [...BEFORE.faqs.values()];
    const reworded = book([{ ...first!, answer: { en: { text: 'No.', quickReplies: [], links: [] } } }, ...rest]);
    expect(isTold(turned('a.a', 'a.a', null), BEFORE, reworded)).toBe(false);
  });

  it('knows an FAQ that is new and one that is gone', () => {
    const without = book([...BEFORE.faqs.values()].slice(1));
    expect(isTold(turned('b.b', 'b.b', 'a.a'), without, BEFORE)).toBe(true);
    expect(isTold(turned('b.b', 'a.a', 'b.b'), BEFORE, without)).toBe(true);
  });
});
