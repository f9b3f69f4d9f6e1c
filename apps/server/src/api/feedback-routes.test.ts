import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiDesk } from '../testing/api-desk.ts';

interface Answer {
  items: {
    text: string;
    language: string;
    sentiment: { label: string; score: number; words: { text: string; start: number; end: number }[] };
    category: { name: string; words: { text: string }[] };
    theme: string | null;
  }[];
}

describe('the analysis of feedback by the API', () => {
  let at: ApiDesk;
  const ask = (feedback: unknown, key?: string) => at.ok<Answer>('POST /api/analyze_feedback', { feedback }, key);

  beforeAll(async () => {
    at = await ApiDesk.start();
  });
  afterAll(() => at.end());

  it('tells of one text how its writer feels, about what, and by which words', async () => {
    const [item] = (await ask('The parcel came late and I am very disappointed, terrible!')).items;
    expect(item).toMatchObject({ language: 'en', sentiment: { label: 'negative' }, category: { name: 'delivery' } });
    expect(item?.category.words.map(({ text }) => text)).toEqual(['parcel', 'late']);
    expect(item?.sentiment.words.length).toBeGreaterThan(0);
    for (const { text, start, end } of item?.sentiment.words ?? []) expect(item?.text.slice(start, end)).toBe(text);
  });

  it('answers a list in its order, in both languages', async () => {
    const { items } = await ask(['客服态度非常好，谢谢！', 'Great quality, I love it']);
    expect(items.map(({ language, category }) => [language, category.name])).toEqual([
      ['zh', 'service'],
      ['en', 'quality'],
    ]);
    expect(items.map(({ sentiment }) => sentiment.label)).toEqual(['positive', 'positive']);
  });

  it('reads traditional characters, and quotes the words as they were written', async () => {
    const [item] = (await ask('我要退貨退款')).items;
    expect(item?.category.name).toBe('refund');
    expect(item?.category.words.map(({ text }) => text).join('')).toMatch(/退貨|退款/);
  });

  it('names the newest theme of the site that it is about', async () => {
    expect((await ask('Where is my parcel?')).items[0]?.theme).toBeNull();
    const mood = { score: 0, negative: 0, neutral: 9, positive: 0 };
    const known = { id: '3.a', since: '2026-03-01', sample: [] };
    const theme = { ...known, name: 'late parcel', words: ['parcel', 'late'], size: 9, before: 0, mood, examples: [] };
    const body = {
      first: '2026-03-01',
      through: '2026-03-28',
      messages: 30,
      before: 0,
      none: 0,
      themes: [theme],
      known: [],
    };
    await at.desk.store.saveInsights(
      'shop',
      [{ kind: 'themes', period: '2026-03-28', model: 'm', body: JSON.stringify(body) }],
      1,
    );
    const { items } = await ask(['Where is my parcel?', 'Nice vase']);
    expect(items.map((item) => item.theme)).toEqual(['late parcel', null]);
  });

  it('looks at what the writer said, and not at mark-up and what was quoted', async () => {
    const [item] = (await ask('<p>Too expensive.</p>\n> The parcel is lost')).items;
    expect(item).toMatchObject({ text: 'Too expensive.', category: { name: 'price' } });
  });

  it('needs its scope, and refuses what is no feedback', async () => {
    const narrow = await at.keyFor('products:read');
    expect((await at.call('POST /api/analyze_feedback', { feedback: 'Hello' }, narrow)).status).toBe(403);
    for (const feedback of ['', ' ', 7, [], [''], null, Array.from({ length: 101 }, () => 'Hello')]) {
      expect([feedback, (await at.call('POST /api/analyze_feedback', { feedback })).status]).toEqual([feedback, 422]);
    }
  });
});
