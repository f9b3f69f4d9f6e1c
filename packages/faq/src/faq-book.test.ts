import { describe, expect, it } from '@jest/globals';
import type { Locale } from '@solodesk/core';
import { faqBookFrom } from './faq-book.ts';
import type { FaqEntry } from './schemas/faq-schema.ts';
import { faqEntry } from './testing/site-folder.ts';

const both: readonly Locale[] = ['en', 'zh'];
const time = faqEntry('delivery.time', { phrasings: { en: ['how long', 'when'], zh: ['多久', '何时'] } });
const cost = faqEntry('delivery.cost');

function hash(entries: FaqEntry[], locales = both): string {
  return faqBookFrom([{ category: 'delivery', faqs: entries }], locales).hash;
}

describe("a book's hash", () => {
  it('is the same for any order of FAQs, phrasings, files and languages', () => {
    const turned = { ...time, phrasings: { zh: ['何时', '多久'], en: ['when', 'how long'] } };
    const split = faqBookFrom(
      [
        { category: 'b', faqs: [cost] },
        { category: 'a', faqs: [turned] },
      ],
      ['zh', 'en'],
    );
    expect(split.hash).toBe(hash([time, cost]));
    expect(split.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays when an answer changes from which nothing is learned, as there are phrasings enough', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'];
    const taught = { ...time, phrasings: { en: many, zh: many } };
    expect(hash([{ ...taught, answer: { en: 'Soon.', zh: '很快。' }, followUp: 'delivery.cost' }, cost])).toBe(
      hash([taught, cost]),
    );
    expect(hash([{ ...time, answer: { en: 'Soon.', zh: '很快。' } }, cost])).not.toBe(hash([time, cost]));
  });

  it('changes with what is out of scope, and not with its order', () => {
    const said = (en: string[], zh?: string[]) =>
      faqBookFrom([{ category: 'delivery', faqs: [time, cost], outOfScope: { en, zh } }], ['en']).hash;
    expect(said(['are you hiring', 'what is a cup'])).toBe(said(['what is a cup', 'are you hiring'], ['招人吗']));
    expect(new Set([said([]), said(['are you hiring']), said(['what is a cup'])]).size).toBe(3);
    expect(said([])).toBe(hash([time, cost], ['en']));
  });

  it('stays when a language changes that the site does not speak', () => {
    expect(hash([{ ...time, phrasings: { en: time.phrasings.en, zh: ['几天'] } }], ['en'])).toBe(hash([time], ['en']));
  });

  it('changes with a name, a question, a phrasing and a language', () => {
    const others = [
      hash([{ ...time, intent: 'delivery.days' }, cost]),
      hash([{ ...time, question: { ...time.question, en: 'How many days?' } }, cost]),
      hash([{ ...time, phrasings: { ...time.phrasings, en: ['how long', 'how many days'] } }, cost]),
      hash([time, cost], ['en']),
      hash([time]),
    ];
    expect(new Set([hash([time, cost]), ...others]).size).toBe(6);
  });
});

describe('a book', () => {
  it('has what all its files say is out of scope, in the languages of the site, and nothing where none does', () => {
    const files = [
      { category: 'a', faqs: [time], outOfScope: { en: [' are you hiring '], zh: ['招人吗'] } },
      { category: 'b', faqs: [cost], outOfScope: { en: ['what is a cup'] } },
    ];
    expect(faqBookFrom(files, ['en']).outOfScope).toEqual({ en: ['are you hiring', 'what is a cup'] });
    expect(faqBookFrom([{ category: 'a', faqs: [time] }], ['en'])).not.toHaveProperty('outOfScope');
  });

  it('has its FAQs in the order of the files, trimmed, with plain buttons as labels', () => {
    const answer = {
      en: { text: ' Soon ', quickReplies: ['More '], links: [{ label: 'a', url: 'https://a.example' }] },
    };
    const book = faqBookFrom([{ category: 'delivery', faqs: [{ ...time, answer }, cost] }], both);
    expect([...book.faqs.keys()]).toEqual(['delivery.time', 'delivery.cost']);
    expect(book.faqs.get('delivery.time')?.answer).toEqual({
      en: { text: 'Soon', quickReplies: [{ label: 'More' }], links: [{ label: 'a', url: 'https://a.example' }] },
    });
  });
});
