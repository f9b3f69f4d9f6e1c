import { describe, expect, it } from '@jest/globals';
import { characterGrams } from './character-grams.ts';
import { FeatureTable } from './feature-table.ts';
import { NumberedFeatures } from './numbered-features.ts';
import { hashPair, hashText } from './text-hash.ts';
import { TfIdf } from './tf-idf.ts';

function grams(word: string, shortest: number, longest: number): number[] {
  const found: number[] = [];
  characterGrams(1, word, shortest, longest, (hash) => found.push(hash));
  return found;
}

describe('character n-grams', () => {
  it('are the runs inside a word between two blanks', () => {
    const expected = [' a', ' ab', 'ab', 'ab ', 'b '].map((run) => hashText(1, run));
    expect(new Set(grams('ab', 2, 3))).toEqual(new Set(expected));
  });

  it('are the whole word where it is shorter than the shortest', () => {
    expect(grams('a', 4, 5)).toEqual([hashText(1, ' a ')]);
  });
});

describe('hashes', () => {
  it('tell kinds, order and length apart', () => {
    const all = [hashText(1, 'ab'), hashText(2, 'ab'), hashText(1, 'ba'), hashText(1, 'a'), hashText(1, '')];
    expect(new Set([...all, hashPair(1, 5, 6), hashPair(1, 6, 5)]).size).toBe(7);
  });

  it('hardly ever meet: no two of 20,000 words do', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}`);
    expect(new Set(words.map((word) => hashText(1, word))).size).toBe(words.length);
  });
});

describe('a feature table', () => {
  it('finds every feature, and no other', () => {
    const hashes = Uint32Array.from({ length: 1000 }, (_, at) => hashText(1, String(at)));
    const table = FeatureTable.of(hashes);
    hashes.forEach((hash, column) => expect(table.find(hash)).toBe(column));
    expect(table.find(hashText(2, '1'))).toBe(-1);
    expect(FeatureTable.of(new Uint32Array()).find(7)).toBe(-1);
  });
});

describe('tf-idf', () => {
  it('gives rows of length 1, in which what is rare weighs more', () => {
    const features = TfIdf.learn([
      [1, 2],
      [1, 3],
      [1, 1, 4],
    ]);
    const { columns, values } = features.row([1, 3, 99]);
    expect([...columns]).toEqual([0, 2]);
    expect(Math.hypot(...values)).toBeCloseTo(1, 6);
    expect(values[1]! / values[0]!).toBeCloseTo(1 + Math.log(4 / 2), 6);
  });

  it('counts a repeated feature by its logarithm', () => {
    const features = TfIdf.learn([[1], [2]]);
    const { values } = features.row([1, 1, 2]);
    expect(values[0]! / values[1]!).toBeCloseTo(1 + Math.log(2), 6);
  });

  it('leaves out what too few texts have', () => {
    expect(TfIdf.learn([[1, 2], [1], [1]], { leastTexts: 2 }).table.size).toBe(1);
  });

  it('gives an empty row for a text without a known feature', () => {
    expect(TfIdf.learn([[1]]).row([5]).columns).toHaveLength(0);
  });
});

describe('numbered features', () => {
  const texts = [[70, 50], [50, 50, 90], [], [90, 20]];
  const features = new NumberedFeatures(texts);

  it('have numbers in the order in which they first occur, as often as a text has them', () => {
    expect([...features.hashes]).toEqual([70, 50, 90, 20]);
    expect(texts.map((_, at) => [...features.of(at)])).toEqual([[0, 1], [1, 1, 2], [], [2, 3]]);
  });

  it('are counted in the texts that are asked for, each text once', () => {
    const { columns, hashes, idf } = features.weigh([1, 3], 1);
    expect([...columns]).toEqual([-1, 0, 1, 2]);
    expect([...hashes]).toEqual([50, 90, 20]);
    const inOne = 1 + Math.log(3 / 2);
    expect([...idf].map((value) => value.toFixed(5))).toEqual([inOne, 1, inOne].map((value) => value.toFixed(5)));
  });

  it('weigh as much as by tf-idf of these texts alone', () => {
    const picked = [0, 1, 3];
    const alone = TfIdf.learn(
      picked.map((at) => texts[at]!),
      { leastTexts: 2 },
    );
    const { hashes, idf } = features.weigh(picked, 2);
    expect([...hashes]).toEqual([...alone.table.hashes]);
    expect([...idf]).toEqual([...alone.idf]);
  });

  it('are none of no text', () => {
    expect(features.weigh([], 1).hashes).toHaveLength(0);
    expect(new NumberedFeatures([]).weigh([], 1).hashes).toHaveLength(0);
  });
});
