import { likesOf } from '../matrix/likes.ts';
import { fitEase, LARGEST_INVERSE } from './ease.ts';
import { readHistory } from './history.ts';
import type { Encounter } from './history.ts';
import { fitItemCosine } from './item-cosine.ts';
import { fitPopularity } from './popularity.ts';

/** How the parts are mixed; chosen on held-out data by `chooseMix`. */
export interface MixSettings {
  /** The ridge of EASE. */
  readonly lambda: number;
  /** What is known and not liked counts so much. */
  readonly known: number;
  /** When asked, a thing counts half after so many later ones. */
  readonly halfLife: number;
  /** Weights of the baselines beside EASE's 1. */
  readonly cosine: number;
  readonly popularity: number;
}

/** Says how well each item fits to somebody's history; the oldest first, an item at most once. */
export interface Mix {
  score(history: readonly Encounter[], scores: Float64Array): void;
}

/** The parts, each fitted; the settings of the mixture can change without another fit. */
export interface MixParts {
  mix(settings: Pick<MixSettings, 'halfLife' | 'cosine' | 'popularity'>): Mix;
}

/** @param histories of each user, the oldest first @param items how many items there are */
export function fitParts(
  histories: readonly (readonly Encounter[])[],
  items: number,
  { lambda, known }: Pick<MixSettings, 'lambda' | 'known'>,
  largest = LARGEST_INVERSE,
): MixParts {
  const likes = likesOf(
    histories.map((history) => readHistory(history, { known, halfLife: Infinity })),
    items,
  );
  const ease = fitEase(likes, lambda, largest);
  const cosine = fitItemCosine(likes);
  const popular = new Float64Array(items);
  fitPopularity(likes).score([], popular);
  for (let item = 0; item < items; item++) popular[item] = Math.log1p(popular[item]!);
  scaleToOne(popular);
  const near = new Float64Array(items);
  return {
    mix: (settings) => ({
      score(history, scores) {
        const read = readHistory(history, { known, halfLife: settings.halfLife });
        ease.score(read, scores);
        for (const { item } of history) scores[item] = 0;
        scaleToOne(scores);
        if (settings.cosine > 0) {
          cosine.score(read, near);
          for (const { item } of history) near[item] = 0;
          scaleToOne(near);
          for (let item = 0; item < items; item++) scores[item]! += settings.cosine * near[item]!;
        }
        // Who is new is told what most people like.
        const share = read.length === 0 ? 1 : settings.popularity;
        if (share > 0) for (let item = 0; item < items; item++) scores[item]! += share * popular[item]!;
      },
    }),
  };
}

function scaleToOne(scores: Float64Array): void {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  if (most > 0) for (let item = 0; item < scores.length; item++) scores[item]! /= most;
}
