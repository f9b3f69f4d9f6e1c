import { beforeAll, describe, expect, it } from '@jest/globals';
import { BUILT_IN } from '@solodesk/core';
import { crossValidate } from './cross-validate.ts';
import type { HeldOut } from './cross-validate.ts';
import { bookOf, shopBook } from '../testing/shop-book.ts';

describe('cross-validation', () => {
  let heldOut: HeldOut[];

  beforeAll(async () => {
    heldOut = await crossValidate(shopBook(), { folds: 3 });
  });

  it('asks about every phrasing of the site once, in its language', () => {
    for (const faq of shopBook().faqs.values()) {
      for (const locale of ['en', 'zh'] as const) {
        for (const text of faq.phrasings[locale] ?? []) {
          const entries = heldOut.filter((entry) => entry.text === text && entry.locale === locale);
          expect(entries).toHaveLength(1);
          expect(entries[0]).toMatchObject({ intent: faq.intent, own: true });
        }
      }
    }
  });

  it('asks about what every model learns, too, and says that it is not of the site', () => {
    expect(heldOut.some(({ intent, own }) => intent === BUILT_IN.greeting && !own)).toBe(true);
    expect(heldOut.filter(({ intent }) => intent === null).every(({ own }) => !own)).toBe(true);
    expect(heldOut.filter(({ intent }) => intent === null).length).toBeGreaterThan(50);
  });

  it('holds out: it is not right about everything, as it would be about what it learned', () => {
    const asked = heldOut.filter(({ own }) => own);
    const right = asked.filter(({ intent, guesses }) => guesses[0]?.intent === intent).length;
    expect(right / asked.length).toBeGreaterThan(0.4);
    expect(right / asked.length).toBeLessThan(1);
  });

  it('asks about no answer, but learns it with every part: it tells what a single question is about', async () => {
    const said = (text: string) => ({ en: { text, quickReplies: [], links: [] } });
    const faq = (intent: string, question: string, text: string) => {
      return { intent, category: 'test', question: { en: question }, phrasings: {}, answer: said(text) };
    };
    const book = (answers: boolean) => {
      const faqs = [
        faq('kiln', 'firing of pottery', answers ? 'Our kiln fires pottery on Mondays.' : ''),
        faq('glaze', 'glazes without lead', answers ? 'No glaze of ours has lead in it.' : ''),
      ];
      return bookOf(faqs, String(answers));
    };
    const [without, with_] = [await crossValidate(book(false)), await crossValidate(book(true))];
    const own = (all: HeldOut[]) => all.filter((each) => each.own);
    expect(own(with_).map(({ text }) => text)).toEqual(['firing of pottery', 'glazes without lead']);
    expect(own(without).map(({ guesses }) => guesses[0]?.intent)).not.toEqual(['kiln', 'glaze']);
    expect(own(with_).map(({ guesses }) => guesses[0]?.intent)).toEqual(['kiln', 'glaze']);
  });

  it('says the same for the same seed', async () => {
    expect(await crossValidate(shopBook(), { folds: 3 })).toEqual(heldOut);
  });

  it('dealt by text, changes little but what a change is about', async () => {
    const book = shopBook();
    const faq = book.faqs.get('order.status')!;
    const more = { ...faq, phrasings: { ...faq.phrasings, en: [...faq.phrasings.en!, 'any news of my order'] } };
    const faqs = [...book.faqs.values()].map((each) => (each === faq ? more : each));
    const done: number[] = [];
    const options = { folds: 3, dealing: 'by_text', onFold: (fold: number) => done.push(fold) } as const;
    const [before, after] = [await crossValidate(book, options), await crossValidate(bookOf(faqs, 'more'), options)];
    const wordsOf = (all: HeldOut[]) => all.map(({ text, guesses }) => `${text}: ${guesses[0]?.intent}`);
    const changed = wordsOf(after).filter((each) => !wordsOf(before).includes(each));
    expect(changed.length).toBeLessThan(after.length * 0.05);
    expect(done).toEqual([1, 2, 3, 1, 2, 3]);
  });
});
