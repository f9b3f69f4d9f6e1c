import { describe, expect, it } from '@jest/globals';
import { createSentiment, createThemeReader } from '@solodesk/nlu';
import { themeResults } from './theme-results.ts';

const languages = { reader: createThemeReader(), sentiment: createSentiment(), foldScript: (text: string) => text };
const DAYS = { first: '2026-03-01', through: '2026-03-28' };
const rows = (texts: readonly string[], from = 1) =>
  texts.map((text, at) => ({ id: from + at, at: 0, text, isBots: false, mood: null, conversation: 1, seq: at }));
const FIRST = { before: { last: null, marks: [], textOf: () => null }, sorted: null, model: '3' };
const OF_PARCELS = ['where is my parcel', 'the courier lost my parcel', 'my parcel is so late', 'track my late parcel'];
const OF_REFUNDS = [
  'I want my money back',
  'when do I get my refund',
  'refund the money please',
  'my refund is missing',
];
const SAID = [0, 1, 2].flatMap((n) => [...OF_PARCELS, ...OF_REFUNDS].map((text) => `${'so '.repeat(n)}${text}`));

describe('themes of some days', () => {
  it('count each message, compare with the days before, and name typical ones by their events', () => {
    const now = rows([...SAID, 'where is my parcel', 'https://shop.example']);
    const earlier = rows(['my parcel is late', 'refund my money'], 500);
    const { results, raised } = themeResults(DAYS, { now, earlier, unsortedFrom: 0 }, languages, FIRST);
    const { themes, messages, before, none } = results;
    expect({ messages, before }).toEqual({ messages: 25, before: 2 });
    expect(themes!.reduce((sum, { size }) => sum + size, 0) + none).toBe(25);
    expect(themes!.reduce((sum, theme) => sum + theme.before, 0)).toBe(2);
    for (const { examples, mood, size } of themes!) {
      expect(examples.every((id) => id >= 1 && id <= now.length)).toBe(true);
      expect(mood.negative + mood.neutral + mood.positive).toBe(size);
    }
    // Each message raised one theme at most, also one that was written twice.
    const told = Object.values(raised).flat();
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(25 - none);
    expect(told).toContain(25);
  });

  it('take the mood of feedback from where it came in, with its rating', () => {
    const now = rows([...SAID, 'where is my parcel']);
    const mood = (more: object) => {
      const last = { ...now.at(-1)!, ...more };
      const { results } = themeResults(
        DAYS,
        { now: [...now.slice(0, -1), last], earlier: [], unsortedFrom: 0 },
        languages,
        FIRST,
      );
      return results.themes!.reduce((sum, theme) => sum + theme.mood.positive, 0);
    };
    expect(mood({ id: -1, mood: 'positive' })).toBe(mood({}) + 1);
  });

  it('are not looked for in a few messages', () => {
    const of = (now: typeof SAID) =>
      themeResults(DAYS, { now: rows(now), earlier: [], unsortedFrom: 0 }, languages, FIRST).results;
    expect(of(OF_PARCELS)).toMatchObject({ messages: 4, themes: null, sorted: null });
    expect(of([])).toMatchObject({ messages: 0, themes: null });
  });

  it('name the very first complaint by its usual category, and tell what was left out', () => {
    const [pasted] = rows([''], 5);
    const now = [
      ...rows(['my parcel never came', '退款一直没到账', 'my parcel never came!', 'sdfgsdfg']),
      { ...pasted!, isBots: true },
    ];
    const { results } = themeResults(DAYS, { now, earlier: [], unsortedFrom: 0 }, languages, FIRST);
    expect(results.themes).toBeNull();
    expect(results.categories).toEqual([
      { category: 'delivery', n: 2, negative: 2, neutral: 0, positive: 0, examples: [1, 3] },
      { category: 'refund', n: 1, negative: 1, neutral: 0, positive: 0, examples: [2] },
    ]);
    expect(results.dropped).toEqual({ empty: 0, gibberish: 1, bot: 1, duplicates: 1 });
  });

  it('say what came again and again in the same words, also where it fits nothing', () => {
    const now = rows(Array<string>(10_000).fill('The frobnicator is purple today.'));
    const { results } = themeResults(DAYS, { now, earlier: [], unsortedFrom: 0 }, languages, FIRST);
    expect(results).toMatchObject({ messages: 10_000, none: 10_000, themes: [], categories: [] });
    expect(results.dropped.duplicates).toBe(9_999);
    expect(results.repeated).toEqual([{ n: 10_000, example: 10_000 }]);
    const few = themeResults(DAYS, { now: rows(SAID), earlier: [], unsortedFrom: 0 }, languages, FIRST).results;
    expect(few.repeated).toEqual([]);
  });

  it('have a name for what fits none of them, too', () => {
    const now = rows([...SAID, 'login']);
    const { results } = themeResults(DAYS, { now, earlier: [], unsortedFrom: 0 }, languages, FIRST);
    expect(results.themes).not.toBeNull();
    expect(results.categories).toMatchObject([{ category: 'usability', n: 1, examples: [25] }]);
  });
});
