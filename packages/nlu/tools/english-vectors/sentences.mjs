import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { QUESTION_FRAMES } from './question-frames.mjs';

const SEED = 777;
const GENERATED = 50_000;
/** Letters of a review, as one about a film can be long. */
const LONGEST = 200;
const PARTS = ['noun', 'verb', 'adj', 'adv'];
const PART_OF_SENSE = { 1: 'noun', 2: 'verb', 3: 'adj', 5: 'adj' };
const [NOUNS, VERBS, ADJECTIVES] = [7_000, 1_800, 1_500];
/** Of so many likeliest companions of a word one is taken. */
const COMPANIONS = 120;

/** The sentences with which WordNet shows how words are used. */
export function exampleSentences(wordnet) {
  const sentences = new Set();
  for (const part of PARTS) {
    for (const line of readFileSync(join(wordnet, `data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith('  ') || !line.includes('|')) continue;
      for (const [, quoted] of line.slice(line.indexOf('|') + 1).matchAll(/"([^"]+)"/g)) {
        const sentence = quoted.replace(/[^\x20-\x7e]/g, '').trim();
        const words = sentence.split(' ').length;
        if (words >= 3 && words <= 20) sentences.add(sentence);
      }
    }
  }
  return [...sentences];
}

/** What customers wrote: the sentences of UCI's reviews, and of the tweets and reviews that VADER's authors had rated. */
export function customersSentences(data) {
  const sentences = new Set();
  const add = (text) => {
    const sentence = text.trim().slice(0, LONGEST);
    if (sentence !== '') sentences.add(sentence);
  };
  for (const trade of ['amazon', 'imdb', 'yelp']) {
    const lines = readFileSync(join(data, `uci-sentences/${trade}.txt`), 'utf8').split('\n');
    for (const line of lines) add(line.split('\t')[0]);
  }
  for (const kind of ['tweets', 'product-reviews']) {
    const rows = parse(readFileSync(join(data, `vader-ratings/${kind}.csv`), 'utf8'), { from_line: 2 });
    for (const [text] of rows) add(text);
  }
  return [...sentences];
}

/**
 * Questions and requests: frames filled with frequent words, each with one that GloVe finds near ("change my password", "book a flight").
 * Many make little sense; what counts is how the teacher weighs the words of such a sentence.
 * @param words the most frequent first
 * @param glove the vector of each
 */
export function generatedQuestions(wordnet, words, glove) {
  const random = seededRandom();
  const pick = (list, skew = 1) => list[Math.floor(random() ** skew * list.length)];
  const { nouns, verbs, adjectives } = wordsByPart(wordnet, words);
  const vectors = new Map(words.map((word, at) => [word, unit(glove[at])]));
  const companionIn = (list) => {
    const known = new Map();
    return (word) => {
      if (!known.has(word)) known.set(word, nearest(word, list, vectors));
      return pick(known.get(word), 1.5);
    };
  };
  const [nounFor, adjectiveFor] = [companionIn(nouns), companionIn(adjectives)];
  const questions = new Set();
  while (questions.size < GENERATED) {
    const frame = pick(QUESTION_FRAMES);
    const verb = pick(verbs, 1.5);
    const noun = /\bV\b|Ving/.test(frame) ? nounFor(verb) : pick(nouns, 1.5);
    const other = random() < 0.8 ? nounFor(noun) : pick(nouns);
    const thing = random() < 0.25 ? `${adjectiveFor(noun)} ${noun}` : noun;
    questions.add(
      frame
        .replace(/Ving/g, `${verb.replace(/e$/, '')}ing`)
        .replace(/\bV\b/g, verb)
        .replace(/\bN\b/g, thing)
        .replace(/\bM\b/g, other),
    );
  }
  return [...questions];
}

/** A word counts as a part of speech if it is used so at least half as often as in any other way, by WordNet's counts. */
function wordsByPart(wordnet, words) {
  const uses = { noun: new Map(), verb: new Map(), adj: new Map() };
  for (const line of readFileSync(join(wordnet, 'index.sense'), 'utf8').split('\n')) {
    const [key, , , count] = line.split(' ');
    const [lemma, sense] = key.split('%');
    const part = sense && PART_OF_SENSE[sense[0]];
    if (part && /^[a-z]+$/.test(lemma)) uses[part].set(lemma, (uses[part].get(lemma) ?? 0) + Number(count));
  }
  const isMostly = (word, part) => {
    const counts = Object.values(uses).map((counted) => counted.get(word) ?? 0);
    return uses[part].has(word) && uses[part].get(word) + 1 >= Math.max(...counts) * 0.5;
  };
  return {
    nouns: words.filter((word) => word.length > 2 && isMostly(word, 'noun')).slice(0, NOUNS),
    verbs: words.filter((word) => word.length > 1 && isMostly(word, 'verb')).slice(0, VERBS),
    adjectives: words.filter((word) => word.length > 2 && isMostly(word, 'adj')).slice(0, ADJECTIVES),
  };
}

function nearest(word, list, vectors) {
  const own = vectors.get(word);
  return list
    .filter((other) => other !== word)
    .map((other) => [other, dot(own, vectors.get(other))])
    .sort((first, second) => second[1] - first[1])
    .slice(0, COMPANIONS)
    .map(([other]) => other);
}

function unit(vector) {
  const length = Math.hypot(...vector);
  return vector.map((number) => number / length);
}

function dot(first, second) {
  let sum = 0;
  for (let at = 0; at < first.length; at += 1) sum += first[at] * second[at];
  return sum;
}

/** Numerical Recipes' linear congruential generator: the same numbers on every machine. */
function seededRandom() {
  let state = SEED;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
