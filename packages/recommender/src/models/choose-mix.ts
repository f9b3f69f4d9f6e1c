import { gainOf, rankOf } from '../evaluation/rank.ts';
import { beforeLastLiked } from './history.ts';
import type { Encounter } from './history.ts';
import { fitParts } from './mix.ts';
import type { MixParts, MixSettings } from './mix.ts';

/** What the search begins with; a site with too little to choose by keeps it. */
export const DEFAULT_MIX: MixSettings = { lambda: 300, known: 0, halfLife: Infinity, cosine: 0, popularity: 0.02 };

const LAMBDAS = [30, 100, 600, 1200, 3000];
const KNOWN = [0.5];
const HALF_LIVES = [50, 20, 8];
const COSINES = [0.2, 0.5];
const POPULARITIES = [0, 0.05, 0.1, 0.2];

/** Most users that are asked, and rows of the matrices that are inverted, while settings are compared. */
const MOST_ASKED = 600;
const LARGEST = 800;
/** Fewer users than this do not tell one setting from another. */
const LEAST_ASKED = 20;
/** Places up to this count: further than what is shown, so that one list more or less decides nothing. */
const CUTOFF = 100;
/** What is more complicated must be better by so much. */
const BETTER_BY = 1.015;

interface Asked {
  readonly history: readonly Encounter[];
  readonly target: number;
  readonly seen: ReadonlySet<number>;
}

/**
 * Finds the settings that best foretell the last thing that each user liked, from what came before: one setting after the other, each kept
 * where it is clearly better. The same data give the same settings.
 * @param histories of each user, the oldest first, an item at most once
 */
export function chooseMix(histories: readonly (readonly Encounter[])[], items: number): MixSettings {
  const asked: Asked[] = [];
  const step = Math.max(1, Math.ceil(histories.length / MOST_ASKED));
  const kept = histories.map((history, user) => {
    const cut = user % step === 0 ? beforeLastLiked(history) : null;
    if (cut === null) return history;
    const { before, target } = cut;
    asked.push({ history: before, target, seen: new Set(before.map(({ item }) => item)) });
    return before;
  });
  if (asked.length < LEAST_ASKED) return DEFAULT_MIX;

  const scores = new Float64Array(items);
  const gain = (parts: MixParts, settings: MixSettings): number => {
    const mix = parts.mix(settings);
    return asked.reduce((sum, { history, target, seen }) => {
      mix.score(history, scores);
      return sum + gainOf(rankOf(target, scores, seen), CUTOFF);
    }, 0);
  };
  let parts = fitParts(kept, items, DEFAULT_MIX, LARGEST);
  let best = DEFAULT_MIX;
  let most = gain(parts, best);
  const refit = (changes: readonly Partial<MixSettings>[]) => {
    for (const change of changes) {
      const settings = { ...best, ...change };
      const fitted = fitParts(kept, items, settings, LARGEST);
      const reached = gain(fitted, settings);
      if (reached > most * BETTER_BY) [best, most, parts] = [settings, reached, fitted];
    }
  };
  const remix = (changes: readonly Partial<MixSettings>[]) => {
    for (const change of changes) {
      const settings = { ...best, ...change };
      const reached = gain(parts, settings);
      if (reached > most * BETTER_BY) [best, most] = [settings, reached];
    }
  };
  refit(LAMBDAS.map((lambda) => ({ lambda })));
  refit(KNOWN.map((known) => ({ known })));
  remix(HALF_LIVES.map((halfLife) => ({ halfLife })));
  remix(COSINES.map((cosine) => ({ cosine })));
  remix(POPULARITIES.map((popularity) => ({ popularity })));
  return best;
}
