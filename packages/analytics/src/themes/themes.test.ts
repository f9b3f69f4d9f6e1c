import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '@solodesk/text-model';
import { agreementOf } from './agreement.ts';
import { alikeGroups } from './alike-groups.ts';
import { averageLinkage, groupsAfter } from './average-linkage.ts';
import { findThemes, learnThemes } from './find-themes.ts';
import { followThemes } from './follow-themes.ts';
import type { RememberedTheme } from './follow-themes.ts';
import { kMeans } from './k-means.ts';
import { matchTheme } from './match-theme.ts';
import { nameThemes } from './name-themes.ts';
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

  it('are of what says something: thanks and greetings belong to none, and change none', () => {
    const { texts } = messages(240, 5);
    const found = findThemes(texts, reader);
    const polite = findThemes([...texts, 'Thanks again', 'hello', 'ok, bye'], reader);
    expect([...polite.labels].slice(-3)).toEqual([-1, -1, -1]);
    expect(polite.themes).toEqual(found.themes);
    expect([...polite.assign(['thank you so much'])]).toEqual([-1]);
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

describe('the name of a theme', () => {
  const words = (text: string) => text.split(' ').map((written) => ({ stem: written, written }));
  const named = (...groups: string[][]) =>
    nameThemes(groups, { features: () => new Map(), words }).map(({ name }) => name);
  const others = ['late parcel', 'parcel lost', 'where parcel'];

  it('is in the language of most of its messages', () => {
    const both = ['退款 申请', '退款 多久', 'refund when', '退款 没有'];
    expect(named(both, others)[0]).toBe('退款');
    expect(named([...both, 'refund please', 'refund late', 'refund now'], others)[0]).toBe('refund');
  });

  it('leaves out what a single message says, and a word that is part of another', () => {
    expect(named(['refund yesterday', 'refund blue', 'refund table'], others)[0]).toBe('refund');
    expect(named(['退货 退', '退货 退', '退 退货 运费', '退货 运费'], others)[0]).toBe('退货·运费');
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
  /** Points of length 1 around some middles, evenly many around each. */
  const heaps = (middles: number, each: number, spread: number): Points => {
    const random = seededRandom(middles);
    const width = 12;
    const numbers = new Float64Array(middles * each * width);
    for (let point = 0; point < middles * each; point++) {
      const row = numbers.subarray(point * width, (point + 1) * width);
      for (let at = 0; at < width; at++) row[at] = (at === point % middles ? 1 : 0) + spread * (random() - 0.5);
      const length = Math.hypot(...row);
      row.forEach((number, at) => (row[at] = number / length));
    }
    return { count: middles * each, width, numbers };
  };

  it.each([
    [2, 60],
    [5, 60],
    [8, 60],
    [6, 5],
    [8, 4],
  ])('is %i where there are so many heaps of %i', (k, each) => {
    expect(alikeGroups(heaps(k, each, 0.3)).count).toBe(k);
  });

  it('is what it was the last time, where the messages hang together nearly as well then, and not where they do not', () => {
    // Two heaps of which the halves of one are as alike as messages that are barely about the same.
    const near = heaps(3, 20, 0.1);
    for (let point = 0; point < near.count; point++) {
      if (point % 3 !== 1) continue;
      const row = near.numbers.subarray(point * near.width, (point + 1) * near.width);
      row[0] = 0.12;
      const length = Math.hypot(...row);
      row.forEach((number, at) => (row[at] = number / length));
    }
    const count = alikeGroups(near).count;
    expect(count).toBe(3);
    expect(alikeGroups(near, 2).count).toBe(2);
    expect(alikeGroups(near, 3).count).toBe(3);
    expect(alikeGroups(near, 1).count).toBe(3);
  });

  it('leaves aside what only one or two say, and is one where no three say the same', () => {
    const some = heaps(10, 3, 0.1);
    const points = { ...some, count: 22, numbers: some.numbers.slice(0, 22 * some.width) };
    expect(alikeGroups(points).count).toBe(2);
    expect(alikeGroups({ ...some, count: 10, numbers: some.numbers.slice(0, 10 * some.width) }).count).toBe(1);
  });
});

describe('average linkage', () => {
  const points = fc
    .array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 1, noNaN: true })), {
      minLength: 2,
      maxLength: 14,
    })
    .map((rows): Points => {
      const numbers = rows.flatMap(([x, y]) => [x / Math.hypot(x, y), y / Math.hypot(x, y)]);
      return { count: rows.length, width: 2, numbers: Float64Array.from(numbers) };
    });

  it('joins by what a plain search for the most alike pair of groups joins by', () => {
    fc.assert(
      fc.property(points, (given) => {
        const cosine = (one: number, other: number) =>
          given.numbers[one * 2]! * given.numbers[other * 2]! +
          given.numbers[one * 2 + 1]! * given.numbers[other * 2 + 1]!;
        let groups = Array.from({ length: given.count }, (_, at) => [at]);
        const plain: number[] = [];
        while (groups.length > 1) {
          const pairs = groups.flatMap((one, at) =>
            groups.slice(at + 1).map((other) => {
              const sum = one.reduce((all, a) => all + other.reduce((part, b) => part + cosine(a, b), 0), 0);
              return { one, other, likeness: sum / (one.length * other.length) };
            }),
          );
          const best = pairs.reduce((most, pair) => (pair.likeness > most.likeness + 1e-12 ? pair : most));
          plain.push(best.likeness);
          groups = [
            ...groups.filter((group) => group !== best.one && group !== best.other),
            [...best.one, ...best.other],
          ];
        }
        const joins = averageLinkage(given);
        // Of pairs that are as alike either may come first, and the sums differ in their last digits.
        const total = joins.reduce((sum, { likeness }) => sum + likeness, 0);
        expect(joins).toHaveLength(given.count - 1);
        expect(total).toBeCloseTo(
          plain.reduce((sum, likeness) => sum + likeness, 0),
          3,
        );
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('keeps every point in one group, whatever is joined', () => {
    fc.assert(
      fc.property(points, fc.nat(14), (given, many) => {
        const joins = averageLinkage(given).slice(0, many);
        const groups = groupsAfter(given.count, joins);
        expect(groups).toHaveLength(given.count - joins.length);
        expect(groups.flat().sort((one, other) => one - other)).toEqual([...Array(given.count).keys()]);
      }),
    );
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
