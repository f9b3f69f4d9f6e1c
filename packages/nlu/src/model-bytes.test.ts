import { describe, expect, it } from '@jest/globals';
import { ModelBytesError } from './errors.ts';
import { decodeModel, encodeModel } from './model-bytes.ts';
import type { ModelData, Network } from './network.ts';

function network(features: string[]): Network {
  const floats = (count: number): Float32Array => Float32Array.from({ length: count }, (_, at) => at / 3 - 1);
  return { features, values: floats(features.length), bias: floats(2), weights: floats(features.length * 2) };
}

const DATA: ModelData = {
  bookHash: 'abc',
  intents: ['a', 'b'],
  alpha: 0.07,
  networks: { en: network(['constructor', 'ord', 'ord constructor']), zh: network(['退', '货', '退 货', '😀']) },
};

describe('model bytes', () => {
  it('give back what was put in', () => {
    expect(decodeModel(encodeModel(DATA))).toEqual(DATA);
  });

  it('are the same for the same data', () => {
    expect(encodeModel(DATA)).toEqual(encodeModel(DATA));
  });

  it('are read from the middle of a larger buffer', () => {
    const bytes = encodeModel(DATA);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(decodeModel(larger.subarray(3, 3 + bytes.length))).toEqual(DATA);
  });

  it('are refused at whatever length they are cut', () => {
    const bytes = encodeModel(DATA);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => decodeModel(bytes.subarray(0, length))).toThrow(ModelBytesError);
    }
  });

  it('are refused whichever bit is flipped', () => {
    const bytes = encodeModel(DATA);
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(() => decodeModel(damaged)).toThrow(ModelBytesError);
    }
  });
});
