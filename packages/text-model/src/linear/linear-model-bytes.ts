import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { TextModelBytesError } from '../bytes/text-model-bytes-error.ts';
import type { LinearModel } from './linear-model.ts';

const STEPS = 127;

/**
 * Writes a model with 8 bits a weight, each feature's weights scaled by their greatest: a quarter of the bytes, and scores differ by
 * less than 1 % of that.
 */
export function writeLinearModel(writer: ByteWriter, model: LinearModel): void {
  const { classes, features, bias, weights } = model;
  const scales = new Float32Array(features);
  const steps = new Int8Array(weights.length);
  for (let feature = 0; feature < features; feature += 1) {
    const from = feature * classes;
    let most = 0;
    for (let k = 0; k < classes; k += 1) most = Math.max(most, Math.abs(weights[from + k]!));
    scales[feature] = most / STEPS;
    if (most === 0) continue;
    for (let k = 0; k < classes; k += 1) steps[from + k] = Math.round((weights[from + k]! / most) * STEPS);
  }
  writer.uint32(classes).uint32(features).float32s(bias).float32s(scales).int8s(steps);
}

/** @throws TextModelBytesError if the parts do not fit together */
export function readLinearModel(reader: ByteReader): LinearModel {
  const classes = reader.uint32();
  const features = reader.uint32();
  const bias = reader.float32s();
  const scales = reader.float32s();
  const steps = reader.int8s();
  if (bias.length !== classes || scales.length !== features || steps.length !== classes * features) {
    throw new TextModelBytesError('the parts of a linear model do not fit together');
  }
  const weights = new Float32Array(steps.length);
  for (let feature = 0, at = 0; feature < features; feature += 1) {
    const scale = scales[feature]!;
    for (let k = 0; k < classes; k += 1, at += 1) weights[at] = steps[at]! * scale;
  }
  return { classes, features, bias, weights };
}
