import type { FaqBook, IntentModel, Site } from '@solodesk/core';

/** How a model answers what it was not taught, as it was measured when it was trained. Shares are from 0 to 1. */
export interface ModelQuality {
  readonly budget: number;
  readonly asked: number;
  readonly coverage: number | null;
  readonly answers: number;
  readonly wrongShare: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** A model that may know how good it is. */
export interface MeasuredModel extends IntentModel {
  readonly quality?: ModelQuality;
}

/** Trains for a budget of wrong answers; another budget of the same book needs no other training. */
export interface BudgetTrainer {
  train(book: FaqBook, wrongAnswerBudget?: number): Promise<MeasuredModel>;
}

/** Of 100 answers given, how many the owner lets be wrong; undefined where the site says nothing. */
export function budgetOf({ policy }: Pick<Site, 'policy'>): number | undefined {
  return (policy as { wrongAnswerBudget?: number }).wrongAnswerBudget;
}

/** What the console shows of it. */
export type QualityFigures = Pick<ModelQuality, 'asked' | 'coverage' | 'answers' | 'wrongShare' | 'interval'>;

export function figures({ asked, coverage, answers, wrongShare, interval }: QualityFigures): QualityFigures {
  return { asked, coverage, answers, wrongShare, interval };
}
