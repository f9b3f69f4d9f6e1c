import { describe, expect, it } from '@jest/globals';
import { createFaqSearch } from './faq-search.ts';
import { bookOf, shopBook } from '../testing/shop-book.ts';

describe('FAQ search', () => {
  const search = createFaqSearch(shopBook());
  const intents = (text: string, locale: 'en' | 'zh' = 'en') =>
    search.search(text, locale, 3).map(({ intent }) => intent);

  it.each([
    ['where is my ord', 'en', 'order.status'],
    ['retrun lable', 'en', 'returns.how'],
    ['wahsing machine', 'en', 'care.washing'],
    ['open sundya', 'en', 'shop.hours'],
    ['shiping csot', 'en', 'delivery.cost'],
    ['csot of delievry', 'en', 'delivery.cost'],
    ['tumble', 'en', 'care.washing'],
    ['机洗', 'zh', 'care.washing'],
    ['退款', 'zh', 'returns.refund'],
    ['包邮', 'zh', 'delivery.cost'],
    ['尺', 'zh', 'sizes.guide'],
    // Typed by the sound, with a wrong character.
    ['退宽', 'zh', 'returns.refund'],
    ['允费', 'zh', 'delivery.cost'],
    // In pinyin, as one does whose keyboard writes no Chinese; whole, in pieces, and half typed.
    ['tuikuan', 'zh', 'returns.refund'],
    ['ji xi', 'zh', 'care.washing'],
    ['yunfe', 'zh', 'delivery.cost'],
    ['tuikuan', 'en', 'returns.refund'],
    // In a whole question, around words that no phrasing has.
    ['请问一下你们这里机洗可以吗呀', 'zh', 'care.washing'],
    ['怎么退款啊', 'zh', 'returns.refund'],
  ] as const)('finds for %s (%s) first %s', (text, locale, intent) => {
    expect(intents(text, locale)[0]).toBe(intent);
  });

  it('takes an English word for English before it takes it for pinyin, and never for 我们', () => {
    const faq = (intent: string, en: string, zh: string) => ({
      ...shopBook().faqs.get(intent)!,
      question: { en, zh },
      phrasings: { en: [en], zh: [zh] },
    });
    const faqs = [
      faq('sizes.guide', 'is it sent to shanghai', '适合男士'),
      faq('shop.hours', 'be there', '我们寄到上海吗'),
    ];
    const cities = createFaqSearch(bookOf(faqs, 'w'));
    const found = (text: string, locale: 'en' | 'zh') => cities.search(text, locale, 3).map(({ intent }) => intent);
    expect(found('shanghai', 'en')).toEqual(['sizes.guide']);
    expect(found('shanghai', 'zh').sort()).toEqual(['shop.hours', 'sizes.guide']);
    expect(found('women', 'zh')).toEqual([]);
  });

  it('takes no word for another that it shares some letters with', () => {
    const faqs = [
      {
        ...shopBook().faqs.get('shop.hours')!,
        question: { en: 'When may I come?' },
        phrasings: { en: ['can I come in'] },
      },
    ];
    const hours = createFaqSearch(bookOf(faqs, 'c'));
    expect(hours.search('come', 'en', 3)).toHaveLength(1);
    for (const text of ['women', 'comb', 'dome']) expect([text, hours.search(text, 'en', 3)]).toEqual([text, []]);
  });

  it('gives the question in the wanted language and 1 for an exact match', () => {
    expect(search.search('Where is my order?', 'en', 1)).toEqual([
      { intent: 'order.status', question: 'Where is my order?', score: 1 },
    ]);
  });

  it('finds what is typed in another language, and shows it in the wanted one', () => {
    expect(search.search('机洗', 'en', 1)[0]?.question).toBe('How do I wash linen?');
  });

  it('has each intent once, best first, and not more than wanted', () => {
    const hits = search.search('order', 'en', 2);
    expect(new Set(hits.map(({ intent }) => intent)).size).toBe(2);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 1);
    expect(search.search('order', 'en', 0)).toEqual([]);
  });

  it.each(['', '   ', 'xyzzy', '火星天气', '😀', '__proto__'])('finds nothing for %j', (text) => {
    expect(search.search(text, 'en', 3)).toEqual([]);
  });

  it('finds nothing in an empty book', () => {
    expect(createFaqSearch(bookOf([], 'h')).search('order', 'en', 3)).toEqual([]);
  });

  // Alone it takes 0.3 ms or less; the test's virtual machine and its neighbours on the processor make it several times that.
});
