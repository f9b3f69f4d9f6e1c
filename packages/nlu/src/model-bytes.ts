import { createHash } from 'node:crypto';
import { LOCALES } from '@solodesk/core';
import type { Locale } from '@solodesk/core';
import { ModelBytesError } from './errors.ts';
import type { ModelData, Network } from './network.ts';
import { FORMAT, RECIPE } from './recipe.ts';

/*
 * Layout, little-endian: "SDNL" · u32 format · u32 bytes of JSON · u32 number of floats · SHA-256 of all that follows (32 bytes)
 * · JSON, filled up with blanks to a multiple of 4 · f32 numbers, for each language its values, bias, weights.
 */
const MAGIC = 'SDNL';
const HASH_AT = 16;
const BODY_AT = 48;
const FLOAT_BYTES = 4;

interface Header {
  recipe: string;
  bookHash: string;
  intents: readonly string[];
  alpha: number;
  features: Readonly<Record<Locale, readonly string[]>>;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The whole model as bytes; the same data always give the same bytes. */
export function encodeModel(data: ModelData): Uint8Array {
  const { bookHash, intents, alpha, networks } = data;
  const header: Header = {
    recipe: RECIPE,
    bookHash,
    intents,
    alpha,
    features: { en: networks.en.features, zh: networks.zh.features },
  };
  const json = Buffer.from(JSON.stringify(header));
  const jsonBytes = Math.ceil(json.length / FLOAT_BYTES) * FLOAT_BYTES;
  const floats = LOCALES.flatMap((locale) => {
    const { values, bias, weights } = networks[locale];
    return [values, bias, weights];
  });
  const floatCount = floats.reduce((sum, part) => sum + part.length, 0);
  const bytes = Buffer.alloc(BODY_AT + jsonBytes + floatCount * FLOAT_BYTES, ' ');
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(FORMAT, 4);
  bytes.writeUInt32LE(jsonBytes, 8);
  bytes.writeUInt32LE(floatCount, 12);
  json.copy(bytes, BODY_AT);
  let at = BODY_AT + jsonBytes;
  for (const part of floats) for (const number of part) at = bytes.writeFloatLE(number, at);
  sha256(bytes.subarray(BODY_AT)).copy(bytes, HASH_AT);
  return bytes;
}

/** @throws ModelBytesError if `bytes` are not a whole, undamaged model of this version */
export function decodeModel(bytes: Uint8Array): ModelData {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < BODY_AT || view.toString('latin1', 0, 4) !== MAGIC) throw new ModelBytesError('not a model');
  const format = view.readUInt32LE(4);
  if (format !== FORMAT) throw new ModelBytesError(`format ${format} instead of ${FORMAT}`);
  const floatsAt = BODY_AT + view.readUInt32LE(8);
  const floatCount = view.readUInt32LE(12);
  if (view.length !== floatsAt + floatCount * FLOAT_BYTES) throw new ModelBytesError('wrong length');
  if (!sha256(view.subarray(BODY_AT)).equals(view.subarray(HASH_AT, BODY_AT))) throw new ModelBytesError('damaged');
  // The checksum vouches for the shape: only `encodeModel` of this format wrote it.
  const header = JSON.parse(view.toString('utf8', BODY_AT, floatsAt)) as Header;
  if (header.recipe !== RECIPE) throw new ModelBytesError('trained with other built-in sentences');
  let at = floatsAt;
  const take = (count: number): Float32Array => {
    const part = new Float32Array(count);
    for (let index = 0; index < count; index += 1, at += FLOAT_BYTES) part[index] = view.readFloatLE(at);
    return part;
  };
  const network = (features: readonly string[]): Network => ({
    features,
    values: take(features.length),
    bias: take(header.intents.length),
    weights: take(features.length * header.intents.length),
  });
  const { bookHash, intents, alpha, features } = header;
  return { bookHash, intents, alpha, networks: { en: network(features.en), zh: network(features.zh) } };
}
