import { beforeAll, describe, expect, it } from '@jest/globals';
import { ModelBytesError } from '../errors.ts';
import { decodeModel, encodeModel } from './model-bytes.ts';
import { bookOf } from '../testing/shop-book.ts';
import { trainModel } from '../model/train-model.ts';

describe("a model's bytes", () => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await trainModel(bookOf([], 'h'));
  });

  it('are the same after a round trip', () => {
    expect(Buffer.compare(encodeModel(decodeModel(bytes)), bytes)).toBe(0);
  });

  it.each([0, 4, 8, 12, 16, 100, -1])('are refused when byte %d is another', (at) => {
    const damaged = Uint8Array.from(bytes);
    const place = at < 0 ? damaged.length + at : at;
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(() => decodeModel(damaged)).toThrow(ModelBytesError);
  });

  it.each([0, 3, 15, 16, 1000])('are refused when only %d are there', (length) => {
    expect(() => decodeModel(bytes.subarray(0, length))).toThrow(ModelBytesError);
  });
});
