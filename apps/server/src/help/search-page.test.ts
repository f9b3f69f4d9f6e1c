import { describe, expect, it } from '@jest/globals';
import type { Faq, IntentModel, Locale, Understanding } from '@solodesk/core';
import { createArticleSearch, createFaqSearch } from '@solodesk/nlu';
import type { HelpReading } from './help-reading.ts';
import type { Surroundings } from './layout.ts';
import { searchHelp } from './search-help.ts';
import { searchPage } from './search-page.ts';

const faq = (intent: string, en: string, zh: string): Faq => ({
  intent,
  category: 'lessons',
  question: { en, zh },
  phrasings: { en: [en], zh: [zh] },
  answer: { en: { text: 'Yes.' }, zh: { text: '是。' } } as Faq['answer'],
});
const FAQS = [
  faq('lesson.cancel', 'What if I cannot come?', '不能来上课怎么办？'),
  faq('lesson.price', 'How much is a lesson?', '学费多少？'),
  faq('studio.where', 'Where is the studio?', '琴房在哪里？'),
];
const book = { faqs: new Map(FAQS.map((one) => [one.intent, one])), hash: 'h', locales: ['en', 'zh'] };
const articles = { articles: [], images: new Map() };
const around = {
  reading: {
    site: {
      id: 'piano',
      name: 'Klara',
      ownerName: 'Klara',
      locales: ['en', 'zh'],
      defaultLocale: 'en',
      voice: { botName: {} },
    },
    book,
    articles,
    faqSearch: createFaqSearch(book as unknown as HelpReading['book']),
    articleSearch: createArticleSearch(articles),
  },
} as unknown as Surroundings;

/** What a page lists, and what it says of that, with a model that thinks of these intents. */
function found(
  query: string,
  guesses: Record<string, number>,
  { locale = 'en', outOfScope = false }: { locale?: Locale; outOfScope?: boolean } = {},
) {
  const understanding: Understanding = {
    locale,
    guesses: Object.entries(guesses).map(([intent, confidence]) => ({ intent, confidence })),
    outOfScope,
  };
  const model: IntentModel = {
    bookHash: 'h',
    thresholds: { answer: 0.7, suggest: 0.3, hint: 0.2 },
    understand: () => understanding,
  };
  return listedFor(query, locale, model);
}
function listedFor(query: string, locale: Locale, model: IntentModel | null) {
  return listed(searchPage(around, locale, query, searchHelp(around.reading, locale, query, model)).body.text);
}
function listed(markup: string) {
  const titles = Array.from(markup.matchAll(/<h2>(.*?)<\/h2>/gs), ([, title]) => title!.replace(/<[^>]+>/g, '').trim());
  return { said: /role="status">(?:<b>)?([^<]*)/.exec(markup)?.[1], titles };
}

describe('a search whose words lead nowhere', () => {
  it('shows what the bot takes it for, and says that it is a guess', () => {
    expect(found('my kid is ill', { 'lesson.cancel': 0.5, 'studio.where': 0.2 })).toEqual({
      said: 'Nothing has these words. Perhaps this is meant:',
      titles: ['What if I cannot come?'],
    });
    expect(found('孩子生病', { 'lesson.cancel': 0.5 }, { locale: 'zh' })).toEqual({
      said: '没有找到这些字词，您想问的也许是：',
      titles: ['不能来上课怎么办？'],
    });
  });

  it.each([
    ['unsure', { 'lesson.cancel': 0.2 }, false],
    ['sure that no FAQ answers it', { 'lesson.cancel': 0.9 }, true],
    ['thinking of small talk', { 'solodesk.greeting': 0.9 }, false],
    ['thinking of an FAQ that is gone', { 'lesson.gone': 0.9 }, false],
  ])('finds nothing where the bot is %s', (_what, guesses, outOfScope) => {
    expect(found('my kid is ill', guesses, { outOfScope })).toEqual({ said: 'Nothing was found.', titles: [] });
  });

  it('finds nothing while the bot has not learned, and asks for a word where there is none', () => {
    expect(listedFor('xyzzy', 'en', null).said).toBe('Nothing was found.');
    expect(found('', { 'lesson.cancel': 0.9 }).titles).toEqual([]);
  });
});

describe('a search whose words are found', () => {
  it('has what the bot would answer first, if hardly any word led there', () => {
    const query = 'is the studio closed today';
    expect(found(query, {}).titles).toEqual(['Where is the studio?']);
    expect(found(query, { 'lesson.cancel': 0.9 })).toEqual({
      said: '2 results',
      titles: ['What if I cannot come?', 'Where is the studio?'],
    });
  });

  it('is left as it is where the words lead to a page, and where the bot is less than sure, or agrees', () => {
    const byWords = found('where is the studio', {});
    expect(byWords.titles[0]).toBe('Where is the studio?');
    expect(found('where is the studio', { 'lesson.cancel': 0.9 })).toEqual(byWords);
    const hardly = 'is the studio closed today';
    expect(found(hardly, { 'lesson.cancel': 0.6 })).toEqual(found(hardly, {}));
    expect(found(hardly, { 'studio.where': 0.9 })).toEqual(found(hardly, {}));
  });
});
