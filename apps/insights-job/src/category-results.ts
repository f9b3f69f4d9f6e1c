import { FEEDBACK_CATEGORIES, categorise } from '@solodesk/analytics';
import type { FeedbackCategory } from '@solodesk/analytics';
import type { FeedbackMood, Remark } from '@solodesk/core';
import type { CategoryResult } from './theme-shapes.ts';

const EXAMPLES = 3;

/** A message as often as it was written, with its place among all of them, and how each felt. */
export interface SaidText {
  readonly text: string;
  readonly said: readonly { readonly id: Remark; readonly place: number; readonly mood: FeedbackMood }[];
}

/** Messages by the usual categories, the most frequent first; what none of them names is left out. */
export function categoryResults(texts: readonly SaidText[]): CategoryResult[] {
  const found = new Map<FeedbackCategory, SaidText['said'][number][]>();
  for (const { text, said } of texts) {
    const { category } = categorise(text);
    if (category === 'other') continue;
    const own = found.get(category) ?? [];
    for (const each of said) own.push(each);
    found.set(category, own);
  }
  const place = (category: FeedbackCategory) => FEEDBACK_CATEGORIES.indexOf(category);
  return [...found]
    .map(([category, said]): CategoryResult => {
      const of = (mood: FeedbackMood) => said.filter((each) => each.mood === mood).length;
      const last = said.sort((one, other) => one.place - other.place).slice(-EXAMPLES);
      return {
        ...{ category, n: said.length, negative: of('negative'), neutral: of('neutral'), positive: of('positive') },
        examples: last.map(({ id }) => id),
      };
    })
    .sort((one, other) => other.n - one.n || place(one.category) - place(other.category));
}
