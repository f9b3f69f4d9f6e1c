import { fitLogistic, fitSharpness } from '@solodesk/text-model';
import type { LogisticCurve } from '@solodesk/text-model';
import { bestClasses, decisionFigures, shareOfBest } from './decision.ts';
import type { Gate } from './language-data.ts';

/** A sentence that the scorer did not learn, and what it said. */
export interface HeldOutReading {
  readonly scores: Float64Array;
  readonly knownWords: number;
  readonly knownPairs: number;
  /** Its class; the last one for "out of scope". */
  readonly label: number;
  /** The best intent. */
  readonly best: number;
}

/** How much sentences whose intent was taken away count, all together, a site's own held-out ones being 1. See EXPERIMENTS.md, "Rejection". */
const ORPHANS = 0.1;

/** Slopes are expected to be of the size of 1: a few dozen sentences, nearly all of them right, would make them as steep as they like. */
const RIDGE = 1;

/**
 * Fits the gate on sentences that were held out. That class "out of scope" does not recognise a question says little: it knows no more than
 * what somebody thought of. So each sentence is shown a second time with the score of its own intent taken away, as a question that is like the
 * site's and that no intent answers; then the probabilities are set right again on the sentences as they are.
 * @param outOfScopeShare what part of all questions is taken to be out of scope, from 0 to 1
 */
export function fitGate(readings: readonly HeldOutReading[], classes: number, outOfScopeShare: number): Gate {
  const inScope = readings.filter(({ label }) => label !== classes - 1);
  const intents = classes - 1;
  const scores = new Float64Array(inScope.length * intents);
  inScope.forEach((reading, at) => scores.set(reading.scores.subarray(0, intents), at * intents));
  const sharpness =
    intents > 0
      ? fitSharpness(
          scores,
          inScope.map(({ label }) => label),
          intents,
        )
      : 1;
  const outside = readings.length - inScope.length;
  const weightOutside =
    outside === 0 || inScope.length === 0 ? 1 : (inScope.length * outOfScopeShare) / ((1 - outOfScopeShare) * outside);
  const figuresOf = (reading: HeldOutReading): number[] =>
    decisionFigures({ ...reading, learnedAs: -1 }, reading.best, shareOfBest(reading.scores, reading.best, sharpness));
  const figures = readings.map(figuresOf);
  const right = readings.map(({ best, label }) => best === label);
  const weights = readings.map(({ label }) => (label === classes - 1 ? weightOutside : 1));
  // With one intent nothing is left once it is taken away.
  const orphans = intents < 2 ? [] : inScope.map(withoutItsIntent);
  const curve = fitLogistic(
    [...figures, ...orphans.map(figuresOf)],
    [...right, ...orphans.map(() => false)],
    [...weights, ...orphans.map(() => ORPHANS)],
    RIDGE,
  );
  return { sharpness, curve: setRight(curve, figures, right, weights) };
}

/** Below any score that a class gives. */
const NO_SCORE = -9;

function withoutItsIntent(reading: HeldOutReading): HeldOutReading {
  const scores = Float64Array.from(reading.scores);
  scores[reading.label] = NO_SCORE;
  return { ...reading, scores, best: bestClasses(scores, 1)[0] ?? -1 };
}

/** The same order of decisions, with probabilities that mean what they say: Platt scaling of the curve's log-odds. */
function setRight(
  { offset, slopes }: LogisticCurve,
  figures: readonly number[][],
  right: readonly boolean[],
  weights: readonly number[],
): LogisticCurve {
  const logOdds = figures.map((row) => [row.reduce((sum, figure, at) => sum + figure * (slopes[at] ?? 0), offset)]);
  const {
    offset: moved,
    slopes: [factor = 1],
  } = fitLogistic(logOdds, right, weights);
  return { offset: moved + factor * offset, slopes: slopes.map((slope) => slope * factor) };
}
