import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beginHash, endHash, extendHash, FeatureTable } from '@solodesk/text-model';

const HEADER_BYTES = 16;
const KIND = 0;

/**
 * What words mean, as points between which those of like meaning are near; see tools/english-vectors/make.mjs and tools/chinese-vectors/make.mjs for
 * where they come from.
 */
export interface WordVectors {
  /** Numbers in a vector. */
  readonly size: number;
  /**
   * Finds a word, or a part of a text as one: Chinese is cut into words by asking for many of them.
   * @returns its place by how often it is written, from 0; -1 if it has no vector
   */
  find(text: string, from?: number, to?: number): number;
  /** Writes the vector of a word that was found, its weight in a sentence multiplied in, into `target`. */
  read(place: number, target: Float32Array): void;
}

/** @throws Error if the bytes are not what the tool writes */
export function decodeVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (bytes.length < HEADER_BYTES || magic !== 'SDEV') throw new Error('not a file of word vectors');
  const [words, size, nameBytes] = [view.getUint32(4, true), view.getUint32(8, true), view.getUint32(12, true)];
  const scalesAt = HEADER_BYTES + nameBytes;
  const stepsAt = scalesAt + words * 4;
  if (size === 0 || bytes.length !== stepsAt + words * size) throw new Error('the file of word vectors is cut');
  const hashes = new Uint32Array(words);
  let at = HEADER_BYTES;
  for (let word = 0; word < words; word += 1) {
    const length = bytes[at] ?? 0;
    hashes[word] = hashOfBytes(bytes, at + 1, at + 1 + length);
    at += 1 + length;
  }
  const scales = Float32Array.from({ length: words }, (_, word) => view.getFloat32(scalesAt + word * 4, true));
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset + stepsAt, words * size);
  const table = FeatureTable.of(hashes);
  return {
    size,
    find: (text, from = 0, to = text.length) => table.find(hashPart(text, from, to)),
    read(place, target) {
      const scale = scales[place] ?? 0;
      for (let number = 0; number < size; number += 1) target[number] = (steps[place * size + number] ?? 0) * scale;
    },
  };
}

function hashPart(text: string, from: number, to: number): number {
  let hash = beginHash(KIND);
  for (let at = from; at < to; at += 1) hash = extendHash(hash, text.charCodeAt(at));
  return endHash(hash);
}

const decoder = new TextDecoder();

/** The same of UTF-8. Making a string of each of 30,000 words would take most of the time of reading them. */
function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = beginHash(KIND);
  for (let at = from; at < to;) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      hash = extendHash(hash, byte);
      at += 1;
    } else if (byte >> 4 === 0b1110) {
      hash = extendHash(hash, ((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f));
      at += 3;
    } else {
      const text = decoder.decode(bytes.subarray(from, to));
      return hashPart(text, 0, text.length);
    }
  }
  return endHash(hash);
}

let english: WordVectors | undefined;
let chinese: WordVectors | undefined;

/** The vectors of the 30,000 most frequent English words; read once, 3.4 MB. */
export function englishVectors(): WordVectors {
  return (english ??= readVectors('@solodesk/nlu/english-vectors.bin'));
}

/** Those of Chinese words and characters; read once. */
export function chineseVectors(): WordVectors {
  return (chinese ??= readVectors('@solodesk/nlu/chinese-vectors.bin'));
}

/** By name, as the code may have been bundled into some app's folder. */
function readVectors(name: string): WordVectors {
  return decodeVectors(readFileSync(createRequire(import.meta.url).resolve(name)));
}
