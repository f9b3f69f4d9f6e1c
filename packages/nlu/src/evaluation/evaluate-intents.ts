import { DataSetError } from './data-set-error.ts';
import type { Locale } from '@solodesk/core';
import { fitLogistic, logistic } from '@solodesk/text-model';
import { encodeModel } from '../stored/model-bytes.ts';
import { bestClasses, confidencesOf } from '../model/decision.ts';
import { OUT_OF_SCOPE_SHARE } from '../model/out-of-scope-share.ts';
import { HELD_OUT } from '../model/language-data.ts';
import type { LanguageData } from '../model/language-data.ts';
import { LanguageModel } from '../model/language-model.ts';
import { intentsOf, trainLanguage, vectorsOf } from '../model/train-language.ts';
import { foldText } from '../text/fold-text.ts';
import { OUT_OF_SCOPE_INTENT, outOfScopeSentences } from '../model/training-examples.ts';
import type { Example } from '../model/training-examples.ts';
import { chooseThreshold, figuresAt } from './figures.ts';
import type { Figures, Judgement } from './figures.ts';
import { essenceOf, withoutTest } from './labelled-text.ts';
import type { LabelledText } from './labelled-text.ts';
import { namesOfIntents } from './names-of-intents.ts';
import type { DataSet } from './read-data-set.ts';

export interface EvaluationResult extends Figures {
  threshold: number;
  trainSeconds: number;
  predictP50Ms: number;
  predictP99Ms: number;
  modelBytes: number;
  /** Training sentences that were left out because they are in the test, too. */
  dropped: number;
}

export interface IntentEvaluation {
  lang: Locale;
  /** The part of what is out of scope that is to be recognised on the validation sentences. */
  targetRecall?: number;
}

/**
 * Trains as for a site (with the built-in sentences that are out of scope, and the names of intents with few sentences), chooses the threshold on the validation sentences (or,
 * where there are none, on sentences held out of training), and tests.
 */
export function evaluateIntents(set: DataSet, { lang, targetRecall }: IntentEvaluation): EvaluationResult {
  return learnForEvaluation(set, lang)(targetRecall);
}

/** The same with one training for several thresholds. @returns the figures at the threshold for a recall, or at the best one */
export function learnForEvaluation(set: DataSet, lang: Locale): (targetRecall?: number) => EvaluationResult {
  const { kept, dropped } = withoutTest(set.train, set.test);
  if (kept.length === 0)
    throw new DataSetError('every sentence is in the test, too, so that there is none left to learn from');
  if (kept.every(({ intent }) => intent === null))
    throw new DataSetError('no sentence to learn from has an intent; all are out of scope');
  const startedAt = performance.now();
  const examples = examplesOf(kept, set.test, lang);
  const intents = intentsOf(examples);
  const data = trainLanguage(examples, lang, new Map(intents.map((intent, at) => [intent, at])));
  const trainSeconds = (performance.now() - startedAt) / 1000;
  const model = new LanguageModel(lang, data, vectorsOf(lang), data);
  const judge = ({ text, intent }: LabelledText): Judgement => {
    const reading = model.read(foldText(text));
    const best = reading.knownWords === 0 ? [] : bestClasses(reading.scores, 1);
    const [confidence = 0] = confidencesOf(reading, best, data.gate);
    return { intent, guess: intents[best[0] ?? -1] ?? null, confidence };
  };
  const unset = set.validation.map(judge);
  const setRight = rightOn(unset);
  const validation = unset.map(setRight);
  const judgements = set.test.map((sentence) => setRight(judge(sentence)));
  // What is timed is a server that runs: of a short test one pass leaves V8 compiling in the next.
  for (let warmed = set.test.length; warmed > 0 && warmed < WARM_AFTER; warmed += set.test.length)
    set.test.forEach(judge);
  const times = set.test.map((sentence) => {
    const from = performance.now();
    judge(sentence);
    return performance.now() - from;
  });
  times.sort((first, second) => first - second);
  const measured = {
    trainSeconds,
    predictP50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    predictP99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    modelBytes: bytesOf(data, intents, lang),
    dropped,
  };
  return (targetRecall) => {
    const threshold = thresholdOf(validation, kept, data, targetRecall);
    return { ...figuresAt(judgements, threshold), threshold, ...measured };
  };
}

/** So many predictions are made before one is timed. */
const WARM_AFTER = 2_000;

/** Where no training sentence is out of scope, hardly any question will be. */
const LEAST_OUTSIDE_SHARE = 0.02;

function outsideShareOf(training: readonly LabelledText[]): number {
  const outside = training.filter(({ intent }) => intent === null).length;
  return Math.max(LEAST_OUTSIDE_SHARE, outside / Math.max(1, training.length));
}

/**
 * With validation sentences of both kinds, confidences are drawn to what is true of them (Platt scaling), which changes no decision's order:
 * the gate was fitted on scorers that had not learned everything.
 */
function rightOn(validation: readonly Judgement[]): (judgement: Judgement) => Judgement {
  const outside = validation.filter(({ intent }) => intent === null).length;
  const inScope = validation.length - outside;
  if (outside < FEW_OUTSIDE || inScope < FEW_OUTSIDE) return (judgement) => judgement;
  const curve = fitLogistic(
    validation.map(({ confidence }) => [logOdds(confidence)]),
    validation.map(({ intent, guess }) => intent !== null && guess === intent),
    validation.map(({ intent }) =>
      intent === null ? (inScope * OUT_OF_SCOPE_SHARE) / ((1 - OUT_OF_SCOPE_SHARE) * outside) : 1,
    ),
  );
  return (judgement) =>
    judgement.guess === null
      ? judgement
      : { ...judgement, confidence: logistic(curve, [logOdds(judgement.confidence)]) };
}

/** With fewer, nothing can be told from them. */
const FEW_OUTSIDE = 20;

function logOdds(confidence: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, confidence));
  return Math.log(bounded / (1 - bounded));
}

function thresholdOf(
  validation: readonly Judgement[],
  training: readonly LabelledText[],
  data: LanguageData,
  targetRecall: number | undefined,
): number {
  if (validation.length > 0) return chooseThreshold(forThreshold(validation, data), targetRecall);
  // Without validation sentences the training alone says how many questions are out of scope.
  return chooseThreshold(forThreshold([], data), targetRecall, outsideShareOf(training));
}

function examplesOf(training: readonly LabelledText[], test: readonly LabelledText[], lang: Locale): Example[] {
  const known = new Set([...training, ...test].map(({ text }) => essenceOf(text)));
  const isNew = ({ text }: Example) => !known.has(essenceOf(text));
  const own = training.map(({ text, intent }) => ({ text, intent: intent ?? OUT_OF_SCOPE_INTENT, own: true }));
  const outside = outOfScopeSentences(lang).map((text) => ({ text, intent: OUT_OF_SCOPE_INTENT, own: false }));
  return [...own, ...namesOfIntents(training, lang).filter(isNew), ...outside.filter(isNew)];
}

/** The validation sentences, completed by what was held out of training where they have nothing in scope, or nothing out of it. */
function forThreshold(validation: readonly Judgement[], { heldOut }: LanguageData): Judgement[] {
  const held = Array.from(heldOut.confidences, (confidence, at): Judgement => {
    const flags = heldOut.flags[at] ?? 0;
    const intent = (flags & HELD_OUT.inScope) === 0 ? null : 'right';
    return { intent, guess: (flags & HELD_OUT.right) === 0 ? 'wrong' : 'right', confidence };
  });
  const hasOutside = validation.some(({ intent }) => intent === null);
  const hasInScope = validation.some(({ intent }) => intent !== null);
  return [...validation, ...held.filter(({ intent }) => !(intent === null ? hasOutside : hasInScope))];
}

function bytesOf(data: LanguageData, intents: readonly string[], lang: Locale): number {
  const nothing = trainLanguage([], lang === 'en' ? 'zh' : 'en', new Map());
  const languages = lang === 'en' ? { en: data, zh: nothing } : { en: nothing, zh: data };
  return encodeModel({ bookHash: '', intents, languages }).length;
}
