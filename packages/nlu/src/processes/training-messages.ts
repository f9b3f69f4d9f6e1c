import type { FaqBook } from '@solodesk/core';

/** What the training process is told. */
export interface TrainingRequest {
  book: FaqBook;
  /** Where the model goes; it is there whole or not at all. */
  file: string;
}

/** What it answers. */
export type TrainingAnswer = { kind: 'trained'; bytes: number; ms: number } | { kind: 'failed'; reason: string };
