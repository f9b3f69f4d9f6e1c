import { describe, expect, it } from '@jest/globals';
import type { Article, ArticleBook, Locale } from '@solodesk/core';
import { createArticleSearch } from './article-search.ts';

function article(slug: string, locale: Locale, title: string, summary: string, sections: [string, string][]): Article {
  return {
    slug,
    locale,
    title,
    category: 'care',
    order: 1,
    summary,
    updated: null,
    html: '',
    images: [],
    sections: sections.map(([heading, text], at) => ({ id: `s${at + 1}`, heading, level: 2, text })),
  };
}

const BOOK: ArticleBook = {
  images: new Map(),
  articles: [
    article('washing', 'en', 'Washing linen', 'How to wash, dry and iron.', [
      [
        'Machine wash',
        'Fill the drum two thirds. No bleach and no softener: use a mild detergent at 40 degrees, and nothing else. Empty it at once.',
      ],
      ['Drying', 'On the line, or tumble dry low. Do not dry it on a radiator.'],
      ['Stains', 'Candle wax: let it get hard and scrape it off. Red wine: cold water at once.'],
      ['Storing', 'Dry and loosely folded. Lavender keeps moths away.'],
    ]),
    article('washing', 'zh', '亚麻的洗涤', '怎么洗、晾、熨。', [
      ['机洗', '滚筒装三分之二，不要用漂白剂和柔顺剂。'],
      ['晾干', '在阴凉处晾干，不要放在暖气片上烘。'],
      ['去渍', '红酒马上用冷水冲。蜡烛油等它变硬刮掉。'],
    ]),
    article('returns', 'en', 'Returning a parcel', 'From the label to your refund.', [
      ['Pack it', 'Stick the return label over the old one. Put the delivery note inside.'],
      ['From other countries', 'Write returned goods on the customs form. The address is Leipzig.'],
      ['When your money comes', 'Within 5 working days of the parcel reaching us.'],
    ]),
    article('studio', 'en', 'Visiting the studio', 'Trams, parking, and the bell.', [
      ['Parking', 'Two spaces in front.'],
    ]),
  ],
};
const search = createArticleSearch(BOOK);
const placesOf = (text: string, locale: Locale = 'en') =>
  search.search(text, locale, 5).map(({ slug, section }) => `${slug} ${section?.heading ?? '-'}`);
const likely = (text: string, locale: Locale = 'en') => {
  const hit = search.likely(text, locale);
  return hit && `${hit.slug} ${hit.section?.heading ?? '-'}`;
};

describe('the search over manuals', () => {
  it('finds the section that speaks of it, in a title, a heading or its words', () => {
    expect(placesOf('washing linen')[0]).toBe('washing -');
    expect(placesOf('how do I get stains out?')[0]).toBe('washing Stains');
    expect(placesOf('is softener ok')[0]).toBe('washing Machine wash');
    expect(placesOf('customs form')[0]).toBe('returns From other countries');
  });

  it('forgives slips and takes the beginning of the last word', () => {
    expect(placesOf('custms')[0]).toBe('returns From other countries');
    expect(placesOf('radiatro')[0]).toBe('washing Drying');
    expect(placesOf('red wi')[0]).toBe('washing Stains');
    expect(placesOf('laveder')[0]).toBe('washing Storing');
    // In a form that the manual does not have.
    expect(placesOf('ironign')[0]).toBe('washing -');
  });

  it('takes no word of English for another that is a letter away, but for one that is spelled so elsewhere', () => {
    // "address", "country" and "wine" stand there.
    for (const text of ['dress', 'county', 'wind']) expect([text, placesOf(text)]).toEqual([text, []]);
    expect(likely('does the wire go with my storm')).toBeNull();
    const book = {
      ...BOOK,
      articles: [article('dyes', 'en', 'Dyes', 'All of them.', [['Colours', 'Grey and blue.']])],
    };
    const dyes = createArticleSearch(book);
    for (const text of ['colors', 'gray'])
      expect(dyes.search(text, 'en', 5).map(({ section }) => section?.heading)).toEqual(['Colours']);
  });

  it('finds Chinese by its characters, with words of asking around them', () => {
    expect(placesOf('请问可以用柔顺剂吗', 'zh')[0]).toBe('washing 机洗');
    expect(placesOf('暖气片', 'zh')[0]).toBe('washing 晾干');
    expect(placesOf('红酒怎么冲', 'zh')[0]).toBe('washing 去渍');
  });

  it('forgives characters that sound like those that are meant', () => {
    expect(placesOf('暖汽片', 'zh')[0]).toBe('washing 晾干');
    expect(placesOf('可以用柔顺记吗', 'zh')[0]).toBe('washing 机洗');
    expect(placesOf('红久怎么冲', 'zh')[0]).toBe('washing 去渍');
  });

  it('finds what is spelled in pinyin, on an English page where it is nothing else', () => {
    expect(placesOf('nuanqipian', 'zh')[0]).toBe('washing 晾干');
    expect(placesOf('hong jiu', 'zh')[0]).toBe('washing 去渍');
    expect(search.search('hongjiu', 'en', 5).map(({ slug, locale }) => `${slug} ${locale}`)).toEqual(['washing zh']);
    expect(search.likely('hongjiu', 'zh')).toBeNull();
  });

  it('names each article once, best first, each score from 0 to 1', () => {
    const hits = search.search('label for the customs form, and a wash', 'en', 5);
    expect(hits.map(({ slug }) => slug)).toEqual(['returns']);
    expect(new Set(hits.map(({ slug }) => slug)).size).toBe(hits.length);
    for (const { score } of hits) expect(score > 0 && score <= 1).toBe(true);
    expect(search.search('wash', 'en', 0)).toEqual([]);
  });

  it('shows an article in the other language when there is none in this one', () => {
    expect(search.search('parking', 'zh', 5).map(({ slug, locale }) => `${slug} ${locale}`)).toEqual(['studio en']);
    const mixed = search.search('柔顺剂 softener', 'zh', 5).map(({ slug, locale }) => `${slug} ${locale}`);
    expect(mixed).toEqual(['washing zh']);
    expect(search.search('washing', 'en', 5).map(({ locale }) => locale)).toEqual(['en']);
    expect(placesOf('红酒', 'en')[0]).toBe('washing 去渍');
  });

  it('finds nothing for nothing, for words of asking, and for what nobody wrote about', () => {
    for (const text of ['', '   ', '???', '🧵', 'how do I do this?', 'zzzzqqq']) {
      expect(placesOf(text)).toEqual([]);
    }
    expect(createArticleSearch({ articles: [], images: new Map() }).search('wash', 'en', 5)).toEqual([]);
  });

  it('takes long texts in its stride', () => {
    const start = performance.now();
    placesOf('wash '.repeat(1_000));
    placesOf('x'.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('what the bot may point to', () => {
  it('is a section that holds most of what was asked', () => {
    expect(likely('can I dry it on the radiator?')).toBe('washing Drying');
    expect(likely('customs form for my return')).toBe('returns From other countries');
    expect(likely('moths')).toBe('washing Storing');
    expect(likely('可以放在暖气片上烘吗', 'zh')).toBe('washing 晾干');
  });

  it.each([
    'what is the capital of Portugal',
    'do you have a job for me',
    'can i use two at once',
    'do you have anything else',
    'tell me a joke about a candle maker from Berlin',
    'my phone fell into water yesterday and does not charge',
    '今天天气怎么样',
    'hello',
    '',
  ])('is nothing for "%s"', (text) => {
    expect(likely(text)).toBeNull();
  });
});
