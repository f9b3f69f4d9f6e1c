import type { SiteKnowledge } from '@solodesk/core';
import { answering, confusions, thresholdFor } from '@solodesk/nlu';
import type { Answering, Confusion, Evaluator } from '@solodesk/nlu';

/** The wrong-answer budgets that an owner can choose from: of 100 answers given. */
export const BUDGETS = [1, 2, 3, 5, 10] as const;

export interface QualityView {
  /** As the bot answers now. */
  now: Answering;
  /** What each budget would mean. */
  budgets: (Answering & { budget: number })[];
  confusions: Confusion[];
}

const MAX_CONFUSIONS = 100;

/** How well a site's bot answers what it did not learn, and how it would at each budget. */
export async function qualityView(
  { book, model }: SiteKnowledge,
  evaluator: Pick<Evaluator, 'evaluate'>,
  onProgress: (share: number) => void,
): Promise<QualityView> {
  const heldOut = await evaluator.evaluate(book, onProgress);
  return {
    now: answering(heldOut, model.thresholds.answer),
    budgets: BUDGETS.map((budget) => ({ budget, ...answering(heldOut, thresholdFor(heldOut, budget)) })),
    confusions: confusions(heldOut)
      .filter(({ by }) => book.faqs.has(by))
      .slice(0, MAX_CONFUSIONS),
  };
}
