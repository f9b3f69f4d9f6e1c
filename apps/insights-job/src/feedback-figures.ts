import type { Figure } from '@solodesk/analytics';
import type { FeedbackMood } from '@solodesk/core';
import type { FeedbackRow } from '@solodesk/store-sqlite';

/** A feedback from elsewhere without its words: its key and what was found of it. */
export interface FeedbackFact {
  readonly key: number;
  readonly source: string;
  readonly category: string;
  readonly mood: FeedbackMood;
  readonly rating: number | null;
}

/** How many there are, and how their writers feel. */
export type FeedbackMoods = Readonly<Record<FeedbackMood | 'n', number>>;

export interface FeedbackFigures extends FeedbackMoods {
  /** The most frequent first. */
  readonly categories: readonly ({ readonly category: string } & FeedbackMoods)[];
  /** With the mean of its ratings: whoever writes a review chose to, so that they are never added to the scores that were asked for. */
  readonly sources: readonly ({ readonly source: string; readonly rating: Figure } & FeedbackMoods)[];
}

/** Of what was said of the business elsewhere: what is without words is too old to be kept, and counts as it was. */
export const feedbackFact = ({ key, source, category, mood, rating }: FeedbackRow): FeedbackFact => ({
  ...{ key, source, category, mood, rating },
});

/** @param mean of scores from 1 to 10, with its interval */
export function feedbackFigures(
  facts: readonly FeedbackFact[],
  mean: (scores: readonly number[]) => Figure,
): FeedbackFigures {
  const group = (pick: (fact: FeedbackFact) => string) => {
    const groups = new Map<string, FeedbackFact[]>();
    for (const fact of facts) {
      const own = groups.get(pick(fact));
      if (own === undefined) groups.set(pick(fact), [fact]);
      else own.push(fact);
    }
    return [...groups].sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1));
  };
  return {
    ...moods(facts),
    categories: group(({ category }) => category).map(([category, own]) => ({ category, ...moods(own) })),
    sources: group(({ source }) => source).map(([source, own]) => ({
      ...{ source, ...moods(own) },
      rating: mean(own.flatMap(({ rating }) => rating ?? [])),
    })),
  };
}

function moods(facts: readonly FeedbackFact[]): FeedbackMoods {
  const count = (wanted: FeedbackMood) => facts.filter(({ mood }) => mood === wanted).length;
  return { n: facts.length, negative: count('negative'), neutral: count('neutral'), positive: count('positive') };
}
