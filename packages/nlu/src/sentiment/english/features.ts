import { hashPair } from '@solodesk/text-model';
import { emojiStrength } from '../emoji.ts';
import { MessageFeatures, squash } from '../message-features.ts';
import { BUTS, DEGREES, QUESTION_WORDS, TURNS } from './marks.ts';
import { askings } from './requests.ts';
import type { Asking } from './requests.ts';
import { withSetPhrases } from './set-phrases.ts';
import { BEGIN_HASH, END_HASH, englishTokens, isNegator } from './tokens.ts';
import type { Token } from './tokens.ts';

/** How many figures beside the hashed features. */
const ENGLISH_FIGURES = 20;

const PAIR = 2;
const NEGATED = 3;

/** How many words a negator reaches, if no punctuation stops it. */
const REACH = 4;
/** Of a valence is left when it is negated (Hutto and Gilbert 2014 found -0.74 for their scale; here the pairs learn the rest). */
const WHEN_NEGATED = -0.6;
const WHEN_SHOUTED = 1.3;
/** As Hutto and Gilbert (2014) found. */
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.5;
/** "Do you repair broken zips" tells of no broken zip. */
const WHEN_ASKED = 0.3;

/** The valence of a word from -4 to 4 by its hash, 0 if it is not known. */
export interface Valences {
  valence(hash: number): number;
}

export interface EnglishMessage {
  features: MessageFeatures;
  tokens: readonly Token[];
  /** By token: its valence here, negated and scaled. */
  pulls: Float64Array;
  /** Whether a negator reaches the token, and where that stands. */
  negators: Int32Array;
  /** By token: how its sentence asks. */
  askings: readonly Asking[];
}

/** Words, pairs of neighbours, negated words, and figures of what the known words say. */
export function englishFeatures(text: string, valences: Valences): EnglishMessage {
  const tokens = withSetPhrases(englishTokens(text));
  const features = new MessageFeatures(ENGLISH_FIGURES);
  const message: EnglishMessage = {
    features,
    tokens,
    pulls: new Float64Array(tokens.length),
    negators: new Int32Array(tokens.length).fill(-1),
    askings: askings(text, tokens),
  };
  weighWords(message, valences);
  let before = BEGIN_HASH;
  tokens.forEach(({ kind, norm, hash }, at) => {
    if (norm !== '|') features.add(hash, 1, at, at);
    features.add(hashPair(PAIR, before, hash), 1, Math.max(0, at - 1), at);
    if (kind === 'word' && message.negators[at]! >= 0) features.add(hashPair(NEGATED, hash, 0), 0.7, at, at);
    before = hash;
  });
  if (tokens.length > 0) features.add(hashPair(PAIR, before, END_HASH), 1, tokens.length - 1, tokens.length - 1);
  features.normalize();
  fillFigures(message);
  return message;
}

function weighWords({ tokens, pulls, negators, askings }: EnglishMessage, valences: Valences): void {
  const words = tokens.filter((token) => token.kind === 'word');
  const shouted = words.filter((token) => token.shouted).length;
  // Where all is written in capitals, none of it is stressed.
  const stresses = shouted > 0 && shouted < words.length * 0.7;
  let negator = -1;
  let reach = 0;
  let boost = 0;
  tokens.forEach((token, at) => {
    if (token.kind === 'symbol') {
      pulls[at] = emojiStrength(token.norm) || valences.valence(token.hash);
      return;
    }
    if (token.kind !== 'word') {
      if (token.kind !== 'number' && token.kind !== 'handle') negator = -1;
      return;
    }
    if (negator >= 0) negators[at] = negator;
    let pull = valences.valence(token.hash) * (1 + boost);
    if (stresses && token.shouted) pull *= WHEN_SHOUTED;
    if (negator >= 0) pull *= WHEN_NEGATED;
    if (askings[at] === 'asks') pull *= WHEN_ASKED;
    pulls[at] = pull;
    const degree = DEGREES.get(token.norm);
    boost = degree ?? boost / 4;
    if (TURNS.has(token.norm)) negator = -1;
    if (isNegator(token.norm)) {
      negator = at;
      reach = REACH;
    } else if (negator >= 0 && (reach -= 1) < 0) negator = -1;
  });
  weighTurns(tokens, pulls);
}

/** In a sentence that turns, what stands before the last turn weighs less, and what follows more. */
function weighTurns(tokens: readonly Token[], pulls: Float64Array): void {
  let last = tokens.length - 1;
  while (last > 0 && !BUTS.has(tokens[last]!.norm)) last -= 1;
  if (last <= 0) return;
  for (let at = 0; at < pulls.length; at += 1) pulls[at] = pulls[at]! * (at < last ? BEFORE_BUT : AFTER_BUT);
}

function fillFigures({ features: { figures }, tokens, pulls, askings }: EnglishMessage): void {
  let praise = 0;
  let blame = 0;
  let best = 0;
  let worst = 0;
  let beforeTurn = 0;
  let turned = false;
  let asks = 0;
  let exclamations = 0;
  let words = 0;
  let shouted = 0;
  tokens.forEach(({ kind, norm, shouted: loud, start, end }, at) => {
    if (kind === 'asks') asks += 1;
    if (kind === 'exclaims') exclamations += end - start;
    if (kind === 'word') words += 1;
    if (loud) shouted += 1;
    if (TURNS.has(norm)) {
      turned = true;
      beforeTurn = praise + blame;
    }
    const pull = pulls[at]!;
    if (pull > 0) praise += pull;
    else blame += pull;
    best = Math.max(best, pull);
    worst = Math.min(worst, pull);
  });
  const sum = praise + blame;
  const first = tokens.find((token) => token.kind === 'word');
  const beginsAsking = first !== undefined && QUESTION_WORDS.has(first.norm);
  const values = [
    squash(sum, 4),
    squash(praise, 4),
    squash(blame, 4),
    best === 0 && worst === 0 ? 0.5 : 0,
    best > 0 && worst < 0 ? 0.5 : 0,
    turned ? squash(sum - beforeTurn, 4) : 0,
    asks > 0 ? 0.5 : 0,
    asks > 1 ? 0.5 : 0,
    Math.min(exclamations, 4) * 0.2,
    beginsAsking && asks > 0 ? 0.5 : 0,
    beginsAsking && asks === 0 ? 0.5 : 0,
    words < 3 ? 0.4 : 0,
    words >= 3 && words < 6 ? 0.4 : 0,
    words >= 12 && words < 20 ? 0.4 : 0,
    words >= 20 ? 0.4 : 0,
    shouted > 0 && shouted < words * 0.7 ? 0.4 : 0,
    shouted > 2 && shouted >= words * 0.7 ? 0.4 : 0,
    (best + worst) / 8,
    askings.includes('asks') ? 0.5 : 0,
    askings.includes('reproaches') ? 0.5 : 0,
  ];
  figures.set(values);
}
