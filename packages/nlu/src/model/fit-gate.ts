import { fitLogistic, fitSharpness } from '@solodesk/text-model';
import { decisionFigures, shareOfBest } from './decision.ts';
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

/**
 * What part of a site's questions is taken to be out of scope, whatever part of the held-out sentences is. Visitors ask about more than
 * FAQs: of CLINC150's questions it is a sixth.
 */
export const OUT_OF_SCOPE_SHARE = 0.2;

/** Fits the gate on sentences that were held out. */
export function fitGate(readings: readonly HeldOutReading[], classes: number): Gate {
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
    outside === 0 || inScope.length === 0
      ? 1
      : (inScope.length * OUT_OF_SCOPE_SHARE) / ((1 - OUT_OF_SCOPE_SHARE) * outside);
  const curve = fitLogistic(
    readings.map((reading) =>
      decisionFigures(
        { ...reading, learnedAs: -1 },
        reading.best,
        shareOfBest(reading.scores, reading.best, sharpness),
      ),
    ),
    readings.map(({ best, label }) => best === label),
    readings.map(({ label }) => (label === classes - 1 ? weightOutside : 1)),
  );
  return { sharpness, curve };
}
