import type { AnswerQuality, Thresholds } from '@solodesk/core';
import { wilsonInterval } from '@solodesk/text-model';
import { HELD_OUT } from './language-data.ts';
import type { HeldOutRecord } from './language-data.ts';

/** Wrong answers of 100 given that an owner who said nothing puts up with. */
export const DEFAULT_BUDGET = 3;

/** No confidence is as high: the bot then answers nothing but what it was taught word for word. */
const OUT_OF_REACH = 0.9985;
/** A bot that is hardly surer than of a coin would be guessing aloud, whatever was measured; who puts up with more hears more. */
function leastSure(budget: number): number {
  return Math.max(0.4, 0.6 - 0.02 * budget);
}

/** What part of the sentences that no FAQ answers may get a "did you mean" all the same. */
const SUGGESTED_OUTSIDE = 0.15;
const LEAST_SUGGESTION = 0.12;
/** What part of them may have questions named that come near, beside the word that the bot does not know (EXPERIMENTS.md, "Asking back"). */
const HINTED_OUTSIDE = 0.4;
const LEAST_HINT = 0.08;
/** What is sure enough on a site with too few sentences of its own to measure a budget on. */
const SURE_UNMEASURED = 0.7;
const FEW_SENTENCES = 40;
/**
 * With fewer than so many, one wrong answer and the one that is added for safety spend a small budget by themselves. Then the gate is believed:
 * of what it calls 85 of 100 sure or more, hardly 3 of 100 are wrong (EXPERIMENTS.md, "Few phrasings").
 */
const ENOUGH_SENTENCES = 400;
function sureByItself(budget: number): number {
  return Math.max(leastSure(budget), 1 - 0.05 * budget);
}
/** Asking back is for what is less sure than an answer. */
const SUGGESTION_OF_ANSWER = 0.65;
/** What part of visitors' questions is taken to be such that no FAQ answers them. */
const OUTSIDE_SHARE = 0.15;

/**
 * Answers to held-out phrasings are oftener wrong than answers to visitors, as an author takes care that no phrasing is like another: of the starter packs' 10 to 17 of 100 answers,
 * of what strangers asked 2 to 4. So a part of the questions is taken to be asked in words that were taught, just as great that so many are understood in all: with `n` sentences an
 * intent as many as make thresholds keep their budgets on what three writers asked the packs, cut to 5 to 36 sentences an intent, 15 of 100 questions being such that no FAQ answers
 * them. For budgets of 1, 2, 3, 5 and 10 of 100, in the mean 1.2, 2.2, 2.7, 4.9 and 9.0 answers were wrong (EXPERIMENTS.md, "What is said of it").
 */
const UNDERSTOOD = 0.96;
function understoodAfter(n: number): number {
  return Math.min(UNDERSTOOD, 0.42 + 0.175 * Math.log(Math.max(1, n)));
}

/** With fewer sentences an intent, what visitors ask is farther from them than they are from each other, and fewer get an answer. */
const SENTENCES_LIKE_QUESTIONS = 8;
/** With more, and where they differ from each other as an author makes them, more get one. */
const SENTENCES_BEYOND_QUESTIONS = 16;
/** As far as was measured. */
const MOST_SENTENCES = 36;
/** What part of unseen questions is understood, whatever the confidence, with so many sentences an intent. */
function unseenUnderstood(n: number): number {
  return Math.min(UNDERSTOOD, 0.31 + 0.18 * Math.log(Math.max(1, n)));
}
/** By so much fewer are understood of the held-out sentences of an author who made them as different as can be. */
const AUTHORS_DIFFERENCE = 0.3;

/**
 * What part of visitors' questions gets an answer, from what part of the held-out sentences does. Fitted to what one writer asked the starter packs, cut to 1 to 17 sentences
 * an intent; with a budget of 3 it says 3 points too little to 1 too much there, of what two others asked (up to 36 sentences) 12 too little to 5 too much (EXPERIMENTS.md, "What is said of it").
 * @param answered part of the held-out sentences, from 0 to 1
 * @param understood part of them whose intent is right, whatever the confidence
 * @param n sentences an intent
 */
export function coverageOfVisitors(answered: number, understood: number, n: number): number {
  const differ = Math.min(1, Math.max(0, (unseenUnderstood(n) - understood) / AUTHORS_DIFFERENCE));
  const beyond = Math.max(0, Math.min(n, MOST_SENTENCES) / SENTENCES_BEYOND_QUESTIONS - 1);
  const likeQuestions = Math.min(1, n / SENTENCES_LIKE_QUESTIONS);
  return (1 - (1 - answered) ** (1 + differ * beyond)) * likeQuestions;
}

/** What became of a sentence that was held out. */
export interface CountedSentence {
  readonly confidence: number;
  readonly right: boolean;
  readonly inScope: boolean;
}

/** What is measured with. */
export interface Counted {
  /** The surest first. */
  readonly sentences: readonly CountedSentence[];
  /** How many intents the site's own are of, each language counted apart. */
  readonly intents: number;
}

/** The site's own sentences, and those that no FAQ answers: small talk that every bot knows says nothing about a site. */
export function countedSentences(records: readonly HeldOutRecord[], intents: number): Counted {
  const sentences: CountedSentence[] = [];
  for (const { confidences, flags } of records) {
    for (let at = 0; at < confidences.length; at += 1) {
      const flag = flags[at] ?? 0;
      const inScope = (flag & HELD_OUT.inScope) !== 0;
      if (inScope && (flag & HELD_OUT.own) === 0) continue;
      sentences.push({ confidence: confidences[at] ?? 0, right: (flag & HELD_OUT.right) !== 0, inScope });
    }
  }
  return { sentences: sentences.sort((first, second) => second.confidence - first.confidence), intents };
}

/** How much each kind of sentence counts among a visitor's questions, a held-out sentence of the site's own being 1. */
interface Mix {
  /** All questions that are asked in words that were taught, and get the right answer. */
  readonly taught: number;
  /** Each sentence that no FAQ answers. */
  readonly outside: number;
}

/** Of the site's own sentences: what part is understood, whatever the confidence, and how many there are for each intent. */
function ownOf({ sentences, intents }: Counted) {
  const own = sentences.filter(({ inScope }) => inScope);
  const understood = own.filter(({ right }) => right).length / Math.max(1, own.length);
  return { own, understood, perIntent: own.length / Math.max(1, intents) };
}

function mixOf(counted: Counted): Mix {
  const { own, understood, perIntent } = ownOf(counted);
  const hoped = understoodAfter(perIntent);
  const taught = understood < hoped ? (own.length * (hoped - understood)) / (1 - hoped) : 0;
  const outside = counted.sentences.length - own.length;
  const share = OUTSIDE_SHARE / (1 - OUTSIDE_SHARE);
  return { taught, outside: outside === 0 ? 0 : (share * (own.length + taught)) / outside };
}

/**
 * The thresholds that keep a budget on sentences that were held out: the lowest confidence from which on, of the answers and one more
 * that is wrong, no greater part is wrong (conformal risk control: Angelopoulos, Bates, Fisch, Lei and Schuster, ICLR 2024).
 * @param budget of 100 answers given, how many may be wrong; above 0
 */
export function thresholdsOf(counted: Counted, budget: number): Thresholds {
  const { sentences } = counted;
  const mix = mixOf(counted);
  let answer = OUT_OF_REACH;
  let [wrong, answers] = [1, 1 + mix.taught];
  sentences.forEach(({ confidence, right, inScope }, at) => {
    const weight = inScope ? 1 : mix.outside;
    answers += weight;
    if (!right) wrong += weight;
    // Sentences of one confidence are answered together.
    if (sentences[at + 1]?.confidence !== confidence && wrong / answers <= budget / 100) answer = confidence;
  });
  const own = sentences.filter(({ inScope }) => inScope).length;
  const most = own < ENOUGH_SENTENCES ? sureByItself(budget) : OUT_OF_REACH;
  answer = own < FEW_SENTENCES ? SURE_UNMEASURED : Math.min(most, Math.max(leastSure(budget), answer));
  const outside = sentences.filter(({ inScope }) => !inScope);
  const passedBy = (share: number) => (outside[Math.floor(outside.length * share)]?.confidence ?? 0) + 1e-6;
  const suggest = Math.max(LEAST_SUGGESTION, Math.min(answer * SUGGESTION_OF_ANSWER, passedBy(SUGGESTED_OUTSIDE)));
  return { answer, suggest, hint: Math.min(suggest, Math.max(LEAST_HINT, passedBy(HINTED_OUTSIDE))) };
}

/** What a bot with this threshold makes of a visitor's questions, as `thresholdsOf` takes them to be. */
export function qualityOf(counted: Counted, threshold: number, budget: number): AnswerQuality {
  const { sentences } = counted;
  const mix = mixOf(counted);
  const answers = sentences.filter(({ confidence }) => confidence >= threshold);
  const own = answers.filter(({ inScope }) => inScope);
  const outside = mix.outside * (answers.length - own.length);
  const ownWrong = own.filter(({ right }) => !right).length;
  const wrong = ownWrong + outside;
  const { own: askedOf, understood, perIntent } = ownOf(counted);
  const asked = askedOf.length;
  const given = own.length + mix.taught + outside;
  const wrongShare = answers.length === 0 ? null : wrong / given;
  return {
    budget,
    asked,
    coverage: asked === 0 ? null : coverageOfVisitors(own.length / asked, understood, perIntent),
    answers: answers.length,
    wrongShare,
    interval: wrongShare === null ? null : wilsonInterval(wrongShare * answers.length, answers.length),
    heldOut: {
      coverage: asked === 0 ? null : own.length / asked,
      wrongShare: own.length === 0 ? null : ownWrong / own.length,
      n: asked,
    },
  };
}
