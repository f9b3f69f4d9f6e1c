import { describe, expect, it } from '@jest/globals';
import type { Article, Faq, Locale } from '@solodesk/core';
import type { HelpReading } from './help-reading.ts';
import { topicsOf } from './topics.ts';

const faq = (intent: string, category: string) => ({ intent, category }) as Faq;
const article = (slug: string, locale: Locale, category: string) => ({ slug, locale, category }) as Article;

function reading(faqs: Faq[], articles: Article[], categories: HelpReading['site']['categories'] = {}): HelpReading {
  return {
    site: { categories },
    book: { faqs: new Map(faqs.map((one) => [one.intent, one])) },
    articles: { articles, images: new Map() },
  } as unknown as HelpReading;
}
const names = (from: HelpReading, locale: Locale) => topicsOf(from, locale).map(({ title }) => title);

describe('the topics of a help centre', () => {
  it('stand in the order of site.json, others behind them by name, and empty ones nowhere', () => {
    const from = reading(
      [faq('a.b', 'sizes'), faq('c.d', 'care'), faq('e.f', 'delivery')],
      [article('x', 'en', 'gift-cards')],
      {
        sizes: { en: 'Your size', zh: '选尺码' },
        nothing: { en: 'Empty' },
      },
    );
    expect(names(from, 'en')).toEqual(['Your size', 'Care', 'Delivery', 'Gift cards']);
    expect(names(from, 'zh')).toEqual(['选尺码', '保养', '配送', 'Gift cards']);
  });

  it('hold each article once, in the language of the reader or in the one that there is', () => {
    const from = reading([], [article('a', 'en', 'care'), article('a', 'zh', 'care'), article('b', 'en', 'care')]);
    const shown = (locale: Locale) => topicsOf(from, locale)[0]?.articles.map((one) => `${one.slug}.${one.locale}`);
    expect(shown('zh')).toEqual(['a.zh', 'b.en']);
    expect(shown('en')).toEqual(['a.en', 'b.en']);
  });

  it('may be called like anything that objects have', () => {
    expect(names(reading([faq('a.b', 'constructor')], []), 'en')).toEqual(['Constructor']);
  });
});
