import { likesOf } from '../matrix/likes.ts';
import { chooseMix } from '../models/choose-mix.ts';
import { fitEase } from '../models/ease.ts';
import { beforeLastLiked, PLAIN, readHistory } from '../models/history.ts';
import type { Encounter } from '../models/history.ts';
import { fitItemCosine } from '../models/item-cosine.ts';
import { fitParts } from '../models/mix.ts';
import type { MixSettings } from '../models/mix.ts';
import { fitPopularity } from '../models/popularity.ts';
import type { Scorer } from '../models/scorer.ts';
import { gainOf, rankOf } from './rank.ts';

export type ModelName = 'ours' | 'ease' | 'itemCosine' | 'popularity';

export interface RankingFigures {
  /** Share of the users whose left-out item is among the first ten. */
  hr10: number;
  /** The same, with less for a lower place (normalised discounted cumulative gain). */
  ndcg10: number;
}

export interface LeaveLastOut {
  /** Users whose last liked item was left out and looked for. */
  users: number;
  items: number;
  models: Record<ModelName, RankingFigures>;
  settings: MixSettings;
}

const SHOWN = 10;
/** The ridge of the baseline, which is fitted on what was liked alone. */
const EASE_LAMBDA = 300;

interface Question {
  readonly history: readonly Encounter[];
  readonly target: number;
  readonly seen: ReadonlySet<number>;
}

/**
 * Takes the last item that each user liked away, and looks for it among all items that the user has not had to do with. What came after it
 * teaches nothing, and is no candidate. Users with fewer than two liked items teach and are not asked.
 * @param histories of each user, the oldest first, an item at most once
 * @param told after each model
 * @param seconds a clock that measures the training of ours
 */
export function leaveLastOut(
  histories: readonly (readonly Encounter[])[],
  items: number,
  seconds: () => number,
  told: (model: ModelName) => void = () => undefined,
): LeaveLastOut & { trainSeconds: number } {
  const questions: Question[] = [];
  const known = histories.map((history) => {
    const cut = beforeLastLiked(history);
    if (cut === null) return history;
    const { before, target } = cut;
    const seen = new Set(history.map(({ item }) => item));
    seen.delete(target);
    questions.push({ history: before, target, seen });
    return before;
  });
  const plain = likesOf(
    known.map((history) => readHistory(history, PLAIN)),
    items,
  );
  const asked = (scorer: Scorer) =>
    figures(questions, items, (history, scores) => scorer.score(readHistory(history, PLAIN), scores));
  const after = <T>(model: ModelName, result: T): T => {
    told(model);
    return result;
  };
  const popularity = after('popularity', asked(fitPopularity(plain)));
  const itemCosine = after('itemCosine', asked(fitItemCosine(plain)));
  const ease = after('ease', asked(fitEase(plain, EASE_LAMBDA)));
  const began = seconds();
  const settings = chooseMix(known, items);
  const mix = fitParts(known, items, settings).mix(settings);
  const trainSeconds = seconds() - began;
  const ours = after(
    'ours',
    figures(questions, items, (history, scores) => mix.score(history, scores)),
  );
  return { users: questions.length, items, models: { ours, ease, itemCosine, popularity }, settings, trainSeconds };
}

function figures(
  questions: readonly Question[],
  items: number,
  score: (history: readonly Encounter[], scores: Float64Array) => void,
): RankingFigures {
  const scores = new Float64Array(items);
  let hits = 0;
  let gain = 0;
  for (const { history, target, seen } of questions) {
    score(history, scores);
    const rank = rankOf(target, scores, seen);
    if (rank <= SHOWN) hits++;
    gain += gainOf(rank, SHOWN);
  }
  const n = Math.max(1, questions.length);
  return { hr10: hits / n, ndcg10: gain / n };
}
