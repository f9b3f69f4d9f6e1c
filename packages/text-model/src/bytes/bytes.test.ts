import { describe, expect, it } from '@jest/globals';
import { TfIdf } from '../features/tf-idf.ts';
import { readTfIdf, writeTfIdf } from '../features/tf-idf-bytes.ts';
import { readLinearModel, writeLinearModel } from '../linear/linear-model-bytes.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { TextModelBytesError } from './text-model-bytes-error.ts';

function sample(): Uint8Array {
  return new ByteWriter('TEST', 3)
    .uint32(7)
    .float64(Math.PI)
    .text('退货 \ud800')
    .texts(['', 'b'])
    .uint32s(Uint32Array.of(1, 0xffffffff))
    .float32s(Float32Array.of(0.5))
    .int8s(Int8Array.of(-127, 5))
    .finish();
}

describe("a model's bytes", () => {
  it('give back what was written, wherever they lie in memory', () => {
    const bytes = sample();
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    const reader = ByteReader.open(moved.subarray(1), 'TEST', 3);
    expect(reader.uint32()).toBe(7);
    expect(reader.float64()).toBe(Math.PI);
    expect(reader.text()).toBe('退货 \ud800');
    expect(reader.texts()).toEqual(['', 'b']);
    expect([...reader.uint32s()]).toEqual([1, 0xffffffff]);
    expect([...reader.float32s()]).toEqual([0.5]);
    expect([...reader.int8s()]).toEqual([-127, 5]);
    reader.end();
  });

  it('are refused when they are of another kind or version', () => {
    expect(() => ByteReader.open(sample(), 'ELSE', 3)).toThrow('not a "ELSE" model');
    expect(() => ByteReader.open(sample(), 'TEST', 4)).toThrow('version 3 instead of 4');
    expect(() => ByteReader.open(new Uint8Array(3), 'TEST', 3)).toThrow(TextModelBytesError);
  });

  it('are refused when any byte is damaged, missing, or too many', () => {
    const bytes = sample();
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = damaged[at]! ^ 4;
      expect(() => ByteReader.open(damaged, 'TEST', 3)).toThrow(TextModelBytesError);
      expect(() => ByteReader.open(bytes.subarray(0, at), 'TEST', 3)).toThrow(TextModelBytesError);
    }
    expect(() => ByteReader.open(Uint8Array.of(...bytes, 0), 'TEST', 3)).toThrow(TextModelBytesError);
  });

  it('never read past their end, nor leave a rest unseen', () => {
    const reader = ByteReader.open(new ByteWriter('TEST', 1).uint32(1_000_000).finish(), 'TEST', 1);
    expect(() => reader.end()).toThrow('more bytes');
    expect(() => reader.float32s()).toThrow('cut short');
  });
});

describe('the bytes of a linear model', () => {
  it('keep each weight to less than a hundredth of its feature’s greatest', () => {
    const weights = Float32Array.of(0.5, -1, 0.123, 0, 0, 0, 100, 33.3, -20);
    const writer = new ByteWriter('TEST', 1);
    writeLinearModel(writer, { classes: 3, features: 3, bias: Float32Array.of(1, 2, 3), weights });
    const read = readLinearModel(ByteReader.open(writer.finish(), 'TEST', 1));
    expect([...read.bias]).toEqual([1, 2, 3]);
    weights.forEach((weight, at) => {
      const most = Math.max(...weights.subarray(at - (at % 3), at - (at % 3) + 3).map(Math.abs));
      expect(Math.abs(read.weights[at]! - weight)).toBeLessThanOrEqual(most / 200);
    });
  });

  it('are refused where parts do not fit together', () => {
    const writer = new ByteWriter('TEST', 1).uint32(3).uint32(1);
    writer.float32s(new Float32Array(2)).float32s(new Float32Array(1)).int8s(new Int8Array(3));
    expect(() => readLinearModel(ByteReader.open(writer.finish(), 'TEST', 1))).toThrow('do not fit');
  });
});

describe('the bytes of tf-idf', () => {
  it('give the same rows again', () => {
    const features = TfIdf.learn([
      [1, 2],
      [2, 3],
    ]);
    const writer = new ByteWriter('TEST', 1);
    writeTfIdf(writer, features);
    expect(readTfIdf(ByteReader.open(writer.finish(), 'TEST', 1)).row([1, 2])).toEqual(features.row([1, 2]));
  });
});
