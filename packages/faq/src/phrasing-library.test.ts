import { describe, expect, it } from '@jest/globals';
import { faqBookFrom } from './faq-book.ts';
import { phrasingLibrary } from './phrasing-library.ts';
import { faqEntry } from './testing/site-folder.ts';

const book = (question: string, en: string[], intent = 'visit.hours') =>
  faqBookFrom(
    [{ category: 'a', faqs: [faqEntry(intent, { question: { en: question }, phrasings: { en } } as never)] }],
    ['en'],
  );

describe('the library of phrasings', () => {
  it('says once how a question is asked that several packs have', () => {
    const library = phrasingLibrary([
      book('When are you open?', ['opening times', 'are you open']),
      book('When are you open?', ['opening times', 'when are you open on sunday']),
    ]);
    expect([...library.faqs.values()].map(({ question, phrasings }) => [question.en, phrasings.en])).toEqual([
      ['When are you open?', ['opening times', 'are you open', 'when are you open on sunday']],
    ]);
  });

  it('puts last what only one trade would say', () => {
    const library = phrasingLibrary([
      book('Where are you?', ['where is the clinic', 'where is it', 'address']),
      book('Where are you?', ['where is the shop', 'where is it', 'address']),
    ]);
    expect([...library.faqs.values()][0]?.phrasings.en).toEqual([
      'where is it',
      'address',
      'where is the clinic',
      'where is the shop',
    ]);
  });

  it('keeps questions apart that only have a name in common, and knows no answers', () => {
    const library = phrasingLibrary([
      book('What does a visit cost?', ['price of a visit'], 'price.cost'),
      book('What does a course cost?', ['course fee'], 'price.cost'),
    ]);
    const faqs = [...library.faqs.values()];
    expect(faqs.map(({ question }) => question.en)).toEqual(['What does a visit cost?', 'What does a course cost?']);
    expect(faqs.every(({ answer }) => Object.keys(answer).length === 0)).toBe(true);
  });
});
