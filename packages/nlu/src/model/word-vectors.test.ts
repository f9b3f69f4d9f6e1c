import { describe, expect, it } from '@jest/globals';
import { chineseVectors, decodeVectors, englishVectors } from './word-vectors.ts';
import type { WordVectors } from './word-vectors.ts';

function vector(word: string, of: WordVectors = englishVectors()): Float32Array {
  const target = new Float32Array(of.size);
  of.read(of.find(word), target);
  return target;
}

function likeness(first: string, second: string, of?: WordVectors): number {
  const [a, b] = [vector(first, of), vector(second, of)];
  const dot = a.reduce((sum, number, at) => sum + number * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

describe('English word vectors', () => {
  it('lie near each other where words mean alike', () => {
    expect(likeness('refund', 'reimbursement')).toBeGreaterThan(likeness('refund', 'banana') + 0.2);
    expect(likeness('parcel', 'package')).toBeGreaterThan(likeness('parcel', 'music') + 0.2);
  });

  it('say nothing of a word that they do not have', () => {
    expect(englishVectors().find('qwertzuio')).toBe(-1);
  });

  it('give frequent words little weight in a sentence', () => {
    expect(Math.hypot(...vector('the'))).toBeLessThan(Math.hypot(...vector('refund')) / 3);
  });

  it('are found by words of any letters', () => {
    const words = ['a', 'café', '退货', '𠮷', 'x退'];
    const names = words.flatMap((word) => [Buffer.byteLength(word), ...Buffer.from(word)]);
    const bytes = Buffer.alloc(16 + names.length + words.length * 5);
    bytes.write('SDEV');
    [words.length, 1, names.length].forEach((number, at) => bytes.writeUInt32LE(number, 4 + at * 4));
    bytes.set(names, 16);
    const vectors = decodeVectors(bytes);
    expect(words.map((word) => vectors.find(word))).toEqual([0, 1, 2, 3, 4]);
  });

  it('are refused when their file is cut or another', () => {
    expect(() => decodeVectors(new Uint8Array(50))).toThrow('not a file of word vectors');
    const header = Uint8Array.from([...Buffer.from('SDEV'), 1, 0, 0, 0, 100, 0, 0, 0, 2, 0, 0, 0, 1, 97]);
    expect(() => decodeVectors(header)).toThrow();
  });
});

describe('Chinese word vectors', () => {
  const zh = chineseVectors();

  it('lie near each other where words mean alike, and have words and characters', () => {
    expect(likeness('地址', '住址', zh)).toBeGreaterThan(likeness('地址', '音乐', zh) + 0.2);
    expect(likeness('医生', '大夫', zh)).toBeGreaterThan(likeness('医生', '音乐', zh) + 0.2);
    expect(['退', '退货', 'refund'].map((word) => zh.find(word) >= 0)).toEqual([true, true, false]);
    expect(zh.find('我要退货', 2, 4)).toBe(zh.find('退货'));
  });

  it('give frequent words little weight in a sentence', () => {
    expect(Math.hypot(...vector('我', zh))).toBeLessThan(Math.hypot(...vector('发票', zh)) / 3);
  });
});
