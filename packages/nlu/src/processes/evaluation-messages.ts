import type { FaqBook } from '@solodesk/core';
import type { HeldOut } from '../judge/cross-validate.ts';

/** What the evaluation process is told, once. */
export interface EvaluationRequest {
  book: FaqBook;
  folds: number;
}

/** What it answers: each fold as it is done, then the end. */
export type EvaluationAnswer =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'evaluated'; heldOut: HeldOut[] }
  | { kind: 'failed'; reason: string };
