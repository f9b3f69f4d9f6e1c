/*
 * Makes assets/chinese-vectors.bin: of 5,000 characters and the 55,000 most frequent words of up to five characters 32 numbers of
 * 8 bits each. A word's are the mean of the English vectors of the senses by which CC-CEDICT explains it, reduced to the directions that tell most. See "Chinese"
 * in EXPERIMENTS.md. It is made of
 *
 * - CC-CEDICT (CC BY-SA 4.0), in the package @nlpjs/lang-zh, which this package has; what is made of it is under that licence, too,
 * - the frequencies of jieba's dictionary (MIT), in the package @node-rs/jieba, which nobody else needs,
 * - assets/english-vectors.bin.
 *
 *   cd "$(mktemp -d)" && npm install @node-rs/jieba@2.0.3 ml-matrix@6.12.1 && node <here>/make.mjs "$PWD"
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { encodeWordVectors } from '../english-vectors/encode.mjs';
import { principalDirections, projected } from '../english-vectors/linear-algebra.mjs';
import { readSenses } from './senses.mjs';

const [CHARACTERS, WORDS, SENSES] = [5_000, 55_000, 3];
/** Numbers of an English vector, and of a Chinese one. */
const [ENGLISH_SIZE, SIZE] = [100, 32];
/** Words this frequent get half their weight, as the English ones. */
const SMOOTHING = 0.001;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where the packages are installed: see the beginning of this file');
const { EigenvalueDecomposition } = createRequire(join(folder, 'package.json'))('ml-matrix');
const dictionary = createRequire(import.meta.url)('@nlpjs/lang-zh/src/cedict_ts.u8.js');
const senses = readSenses(dictionary);
const counts = readCounts(readFileSync(join(folder, 'node_modules/@node-rs/jieba/dict.txt'), 'utf8'));
const english = readVectors(readFileSync(new URL('../../assets/english-vectors.bin', import.meta.url)));

const frequent = [...senses.keys()]
  .filter((word) => (counts.get(word) ?? 0) > 0)
  .sort((one, other) => counts.get(other) - counts.get(one));
const chosen = [
  ...frequent.filter(({ length }) => length === 1).slice(0, CHARACTERS),
  ...frequent.filter(({ length }) => length > 1).slice(0, WORDS),
];
const all = chosen.reduce((sum, word) => sum + counts.get(word), 0);
const meant = chosen
  .map((word) => ({ word, meaning: meaningOf(senses.get(word)) }))
  .filter(({ meaning }) => meaning !== null);
const weighed = meant.map(({ word, meaning }) => {
  const weight = SMOOTHING / (SMOOTHING + counts.get(word) / all);
  return meaning.map((number) => number * weight);
});
const rows = Float64Array.from(weighed.flat());
const vectors = projected(rows, ENGLISH_SIZE, principalDirections(rows, ENGLISH_SIZE, SIZE, EigenvalueDecomposition));
const words = meant.map(({ word }) => word);
writeFileSync(new URL('../../assets/chinese-vectors.bin', import.meta.url), encodeWordVectors(words, vectors, SIZE));
process.stderr.write(`${words.length} words\n`);

/** Of length 1; the second sense counts two thirds of the first, the third half. */
function meaningOf(texts) {
  const sum = new Array(ENGLISH_SIZE).fill(0);
  [...new Set(texts)].slice(0, SENSES).forEach((text, place) => {
    const sense = new Array(ENGLISH_SIZE).fill(0);
    for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
      english.get(word)?.forEach((number, at) => (sense[at] += number));
    }
    const length = Math.hypot(...sense);
    if (length > 0) sense.forEach((number, at) => (sum[at] += number / length / (1 + place / 2)));
  });
  const length = Math.hypot(...sum);
  return length > 0 ? sum.map((number) => number / length) : null;
}

function readCounts(text) {
  return new Map(
    text.split('\n').map((line) => {
      const [word, count] = line.split(' ');
      return [word, Number(count)];
    }),
  );
}

/** What `encodeWordVectors` writes. */
function readVectors(file) {
  const [count, size, nameBytes] = [4, 8, 12].map((at) => file.readUInt32LE(at));
  const scalesAt = 16 + nameBytes;
  const vectors = new Map();
  for (let row = 0, at = 16; row < count; row += 1) {
    const name = file.toString('utf8', at + 1, at + 1 + file[at]);
    at += 1 + file[at];
    const scale = file.readFloatLE(scalesAt + row * 4);
    const from = scalesAt + count * 4 + row * size;
    vectors.set(
      name,
      Array.from({ length: size }, (_, number) => file.readInt8(from + number) * scale),
    );
  }
  return vectors;
}
