import { calibrationError, wilsonInterval } from '@solodesk/text-model';

/** What a classifier said of one sentence. */
export interface Judgement {
  /** Null for out of scope. */
  readonly intent: string | null;
  readonly guess: string | null;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Shares from 0 to 1; null where there was nothing to count. */
export interface Figures {
  n: number;
  /** How many of the `n` sentences are out of scope. */
  outOfScope: number;
  /** Of what is in scope, how many guesses are right, without a threshold. */
  accuracy: number | null;
  /** The same at the threshold: below it a guess counts as "out of scope". */
  inScopeAccuracy: number | null;
  /** Of what is out of scope, how many are recognised as such at the threshold. */
  outOfScopeRecall: number | null;
  /** At the threshold, out of scope being one more class if there is any in the test. */
  macroF1: number | null;
  /** At the threshold, over all sentences: with one label each, the share that is right. */
  microF1: number | null;
  /** How far confidences are from the share of guesses that are right, over all sentences, in 15 bins. */
  calibrationError: number;
}

function share(of: readonly Judgement[], right: (one: Judgement) => boolean): number | null {
  return of.length === 0 ? null : of.filter(right).length / of.length;
}

export function figuresAt(judgements: readonly Judgement[], threshold: number): Figures {
  const answer = ({ guess, confidence }: Judgement): string | null => (confidence >= threshold ? guess : null);
  const inScope = judgements.filter(({ intent }) => intent !== null);
  const outside = judgements.filter(({ intent }) => intent === null);
  return {
    n: judgements.length,
    outOfScope: outside.length,
    accuracy: share(inScope, ({ intent, guess }) => guess === intent),
    inScopeAccuracy: share(inScope, (one) => answer(one) === one.intent),
    outOfScopeRecall: share(outside, (one) => answer(one) === null),
    macroF1: macroF1(judgements, answer),
    microF1: share(judgements, (one) => answer(one) === one.intent),
    calibrationError: calibrationError(
      judgements.map(({ confidence }) => confidence),
      judgements.map(({ intent, guess }) => guess === intent),
    ),
  };
}

/** The mean over the classes of the test of the harmonic mean of precision and recall. */
function macroF1(judgements: readonly Judgement[], answer: (one: Judgement) => string | null): number | null {
  const counts = new Map<string | null, { right: number; said: number; asked: number }>();
  const of = (name: string | null) => {
    const known = counts.get(name) ?? { right: 0, said: 0, asked: 0 };
    counts.set(name, known);
    return known;
  };
  for (const one of judgements) {
    const said = answer(one);
    of(one.intent).asked += 1;
    of(said).said += 1;
    if (said === one.intent) of(said).right += 1;
  }
  const asked = [...counts.values()].filter((count) => count.asked > 0);
  if (asked.length === 0) return null;
  return asked.reduce((sum, count) => sum + (2 * count.right) / (count.said + count.asked), 0) / asked.length;
}

/** One-sided, 90 %: how sure it is to be that a recall is reached on other sentences, too. */
const SURE_OF_RECALL = 1.2816;

/** What part of questions is taken to be out of scope when a threshold is weighed up. */
const OUTSIDE_SHARE = 0.1;

/**
 * The threshold that is best on sentences of which the answers are known: with the most right decisions if one question in ten is out of
 * scope; or, with `targetRecall`, the lowest with which, as far as can be told from so many sentences, at least that part of what is out of
 * scope is recognised (one-sided 90 % interval after Wilson: of 100 sentences 94 for 0.9). As a threshold that is best on a few hundred
 * sentences is partly luck, it is drawn half way down to the lowest that is as good but for one standard error.
 * @param outsideShare another part of questions that is out of scope than one in ten
 * @returns 0 where nothing is out of scope, as then every answer is better than none
 */
export function chooseThreshold(
  judgements: readonly Judgement[],
  targetRecall?: number,
  outsideShare = OUTSIDE_SHARE,
): number {
  const outside = judgements.filter(({ intent }) => intent === null).map(({ confidence }) => confidence);
  if (outside.length === 0) return 0;
  if (targetRecall !== undefined) {
    outside.sort((first, second) => first - second);
    const enough = outside.findIndex(
      (_, at) => wilsonInterval(at + 1, outside.length, SURE_OF_RECALL).low >= targetRecall,
    );
    return (outside.at(enough) ?? 0) + Number.EPSILON;
  }
  const inScope = judgements.length - outside.length;
  const weights = { right: (1 - outsideShare) / Math.max(1, inScope), outside: outsideShare / outside.length };
  const sorted = [...judgements].sort((first, second) => first.confidence - second.confidence);
  // From "answer everything" upwards: what falls below loses its right answers, and is right where it is out of scope.
  let gain = 0;
  let [best, threshold, recall] = [0, 0, 0];
  const steps: { confidence: number; gain: number }[] = [{ confidence: 0, gain: 0 }];
  let recognised = 0;
  sorted.forEach(({ intent, guess, confidence }, at) => {
    if (intent === null) recognised += 1;
    if (intent === null) gain += weights.outside;
    else if (guess === intent) gain -= weights.right;
    const next = sorted[at + 1]?.confidence;
    // A higher threshold has to be worth more than one answer: with few sentences less is chance.
    if (next === confidence) return;
    steps.push({ confidence, gain });
    if (gain <= best + weights.right) return;
    best = gain;
    recall = recognised / outside.length;
    threshold = confidence + Number.EPSILON;
  });
  const error = outsideShare * Math.sqrt((recall * (1 - recall)) / outside.length);
  const asGood = steps.find(({ gain: reached }) => reached >= best - error)?.confidence ?? threshold;
  return (threshold + Math.min(threshold, asGood)) / 2;
}
