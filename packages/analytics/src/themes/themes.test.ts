import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '@solodesk/text-model';
import { agreementOf } from './agreement.ts';
import { chooseK } from './choose-k.ts';
import { findThemes, learnThemes } from './find-themes.ts';
import { followThemes } from './follow-themes.ts';
import type { RememberedTheme } from './follow-themes.ts';
import { kMeans } from './k-means.ts';
import { matchTheme } from './match-theme.ts';
import type { Points } from './points.ts';
import type { TextReader } from './text-reader.ts';
import { truncatedSvd } from './truncated-svd.ts';
import { timesDense } from './sparse-matrix.ts';

/** Words are features, and name themes but for the small ones. */
const reader: TextReader = {
  features(text) {
    const counts = new Map<string, number>();
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  },
  words: (text) =>
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((written) => ({ stem: written.replace(/s$/, ''), written })),
};

const TOPICS = [
  ['vase', 'broken', 'pieces', 'glass', 'arrived'],
  ['refund', 'money', 'back', 'account', 'wait'],
  ['parcel', 'late', 'courier', 'tracking', 'street'],
];
/** Sentences of a few words of one topic and one of none; their topics beside them. */
function messages(count: number, seed: number): { texts: string[]; topics: number[] } {
  const random = seededRandom(seed);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  const usual = ['hello', 'please', 'today', 'thanks', 'again', 'still'];
  const topics = Array.from({ length: count }, () => Math.floor(random() * TOPICS.length));
  const texts = topics.map((topic, at) => {
    const words = TOPICS[topic]!;
    return `${pick(usual)} ${pick(words)} ${pick(words)} ${pick(words)} ${pick(usual)} x${String.fromCharCode(97 + (at % 26))}`;
  });
  return { texts, topics };
}

describe('themes', () => {
  it('are found without being told how many, named by their words, and the same each time', () => {
    const { texts, topics } = messages(240, 5);
    const found = findThemes(texts, reader);
    expect(found.themes).toHaveLength(3);
    expect(agreementOf([...found.labels], topics.map(String)).nmi).toBeGreaterThan(0.9);
    for (const { name, words, examples, size } of found.themes) {
      const topic = TOPICS.find((one) => one.includes(words[0]!))!;
      expect(topic).toEqual(expect.arrayContaining(name.split(' ')));
      expect(examples).toHaveLength(3);
      expect(size).toBeGreaterThan(40);
    }
    const again = findThemes(texts, reader);
    expect({ themes: again.themes, labels: again.labels }).toEqual({ themes: found.themes, labels: found.labels });
    expect(found.assign(texts)).toEqual(found.labels);
  });

  it('take in later messages', () => {
    const { texts } = messages(240, 5);
    const model = learnThemes(texts, reader, {});
    const { labels } = model.assign(['hello broken glass vase', 'zzz', 'the glass vase is in pieces']);
    expect(labels[0]).toBe(labels[2]);
    expect(labels[1]).toBe(-1);
  });

  it('are as many as were asked for', () => {
    const { texts } = messages(120, 6);
    expect(findThemes(texts, reader, { k: 2 }).themes).toHaveLength(2);
  });

  it.each([
    ['nothing', []],
    ['one message', ['a broken vase']],
    ['two that have nothing in common', ['a broken vase', 'late parcels']],
    ['messages without words', ['!!', '??', '123']],
    ['the same words over and over', Array.from({ length: 50 }, () => 'refund')],
  ])('are told of %s without a fault', (_, texts) => {
    const { themes, labels } = findThemes(texts, reader);
    expect(labels).toHaveLength(texts.length);
    expect(themes.reduce((sum, { size }) => sum + size, 0)).toBe([...labels].filter((theme) => theme >= 0).length);
  });

  it('are finite for whatever people write', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 30 }), (texts) => {
        const { themes, labels } = findThemes(texts, reader);
        expect(Math.max(-1, ...labels)).toBeLessThan(Math.max(1, themes.length));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a text among known themes', () => {
  const themes = [
    { name: 'late parcel', words: ['parcel', 'late', 'courier', 'street'] },
    { name: 'refund money', words: ['refund', 'money', 'account'] },
  ];

  it('is about the one whose first word it has, or several others', () => {
    expect(matchTheme('When do refunds come?', themes, reader)?.name).toBe('refund money');
    expect(matchTheme('the courier is late on our street', themes, reader)?.name).toBe('late parcel');
    expect(matchTheme('parcel and money', themes, reader)?.name).toBe('late parcel');
  });

  it('is about none by one small word, or without themes', () => {
    expect(matchTheme('the street is nice', themes, reader)).toBeNull();
    expect(matchTheme('the parcel', [], reader)).toBeNull();
  });
});

describe('the number of themes', () => {
  const blobs = (centres: number, each: number, spread: number): Points => {
    const random = seededRandom(centres);
    const width = 12;
    const middle = Float64Array.from({ length: centres * width }, () => random() * 2 - 1);
    const numbers = Float64Array.from({ length: centres * each * width }, (_, at) => {
      const point = Math.floor(at / width);
      return middle[(point % centres) * width + (at % width)]! + spread * (random() - 0.5);
    });
    return { count: centres * each, width, numbers };
  };

  it.each([2, 5, 8])('is %i where there are so many heaps', (k) => {
    expect(chooseK(blobs(k, 60, 0.2), seededRandom(1))).toBe(k);
  });

  it('is one for a few', () => {
    expect(chooseK(blobs(1, 9, 1), seededRandom(1))).toBe(1);
  });
});

describe('k-means', () => {
  it('never gets worse with more starts', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 12, maxLength: 60 }), (values) => {
        const points = { count: values.length, width: 1, numbers: Float64Array.from(values) };
        const one = kMeans(points, { k: 3, random: seededRandom(1), starts: 1 }).inertia;
        expect(kMeans(points, { k: 3, random: seededRandom(1), starts: 5 }).inertia).toBeLessThanOrEqual(one + 1e-9);
      }),
    );
  });
});

describe('the truncated decomposition', () => {
  it('finds all there is to a matrix of low rank', () => {
    // Three rows of which the third is the sum of the others.
    const dense = [
      [1, 0, 2, 0],
      [0, 3, 0, 1],
      [1, 3, 2, 1],
    ];
    const matrix = {
      ...{ rows: 3, columns: 4, starts: Int32Array.of(0, 2, 4, 8) },
      places: Int32Array.of(0, 2, 1, 3, 0, 1, 2, 3),
      values: Float64Array.of(1, 2, 3, 1, 1, 3, 2, 1),
    };
    const { width, numbers } = truncatedSvd(matrix, 3, seededRandom(1));
    expect(width).toBe(2);
    const coordinates = timesDense(matrix, numbers, width);
    // Turned back they are the rows again.
    dense.forEach((row, at) =>
      row.forEach((value, column) => {
        const again = coordinates[at * 2]! * numbers[column * 2]! + coordinates[at * 2 + 1]! * numbers[column * 2 + 1]!;
        expect(again).toBeCloseTo(value, 8);
      }),
    );
  });
});

describe('agreement', () => {
  it('is full for the same sorting, none for one that says nothing, and between for others', () => {
    expect(agreementOf([0, 0, 1, 1], ['a', 'a', 'b', 'b'])).toEqual({ nmi: 1, purity: 1 });
    expect(agreementOf([0, 0, 0, 0], ['a', 'a', 'b', 'b'])).toEqual({ nmi: 0, purity: 0.5 });
    // By hand: I = ln 2 − (3/4 ln 3 − ln 2 … ) over the mean of both entropies; scikit-learn gives 0.3437.
    expect(agreementOf([0, 0, 1, 1], ['a', 'b', 'b', 'b']).nmi).toBeCloseTo(0.3437, 4);
    expect(agreementOf([], [])).toEqual({ nmi: 0, purity: 0 });
  });
});

describe('themes from one time to the next', () => {
  const MORE = [...TOPICS, ['voucher', 'code', 'checkout', 'discount', 'coupon']];
  /** Messages by their topics, beside some that were about each before. */
  const said = (topics: readonly number[], seed: number) => {
    const random = seededRandom(seed);
    const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
    return topics.map((topic) => `${pick(MORE[topic]!)} ${pick(MORE[topic]!)} ${pick(MORE[topic]!)} today`);
  };
  const often = (topic: number, times: number) => new Array<number>(times).fill(topic);
  const found = (topics: readonly number[], seed: number) => {
    const texts = said(topics, seed);
    const themes = findThemes(texts, reader);
    const groups = themes.themes.map((_, at) => texts.filter((__, place) => themes.labels[place] === at));
    return { themes, groups, topicOf: (at: number) => topics[[...themes.labels].indexOf(at)]! };
  };
  const before = (topic: number, state: RememberedTheme['state'] = 'live', id = `topic ${topic}`) => ({
    ...{ id, state, size: 30, sample: said(often(topic, 12), 40 + topic) },
  });

  it('are the same ones, whatever their size is now, and what is new is none of them', () => {
    const now = found([...often(0, 20), ...often(1, 60), ...often(3, 40)], 3);
    const ids = followThemes(now.themes, now.groups, [before(0), before(1), before(2)]);
    const expected = ids.map((_, at) => (now.topicOf(at) === 3 ? null : `topic ${now.topicOf(at)}`));
    expect(ids).toHaveLength(3);
    expect(ids).toEqual(expected);
  });

  it('come back after they were away, and what is gone does not live on in another', () => {
    const now = found([...often(0, 30), ...often(1, 30)], 4);
    const ids = followThemes(now.themes, now.groups, [before(2), before(0, 'dormant')]);
    expect(ids.map((id, at) => [now.topicOf(at), id]).sort()).toEqual([
      [0, 'topic 0'],
      [1, null],
    ]);
  });

  it('are what the owner holds on to, where that fits as well as what was there the last time', () => {
    const now = found([...often(0, 30), ...often(1, 30)], 5);
    const ids = followThemes(now.themes, now.groups, [before(0), before(1), before(0, 'held', 'mine')]);
    expect([...ids].sort()).toEqual(['mine', 'topic 1']);
  });

  it('are none of those of which no message is left, and are all new where nothing is remembered', () => {
    const now = found([...often(0, 30), ...often(1, 30)], 6);
    expect(followThemes(now.themes, now.groups, [])).toEqual([null, null]);
    expect(followThemes(now.themes, now.groups, [{ ...before(0), sample: [] }])).toEqual([null, null]);
    expect(followThemes(now.themes, now.groups, [{ ...before(0), sample: ['zzz'] }])).toEqual([null, null]);
  });
});
