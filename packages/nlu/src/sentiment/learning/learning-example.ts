import type { SentimentLabel } from '@solodesk/core';

export interface LearningExample {
  text: string;
  label: SentimentLabel;
}

/** Sentences of one source, which all count alike. */
export interface LearningSource {
  examples: readonly LearningExample[];
  /** How often each of them counts. */
  times: number;
}

export const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

export function classOf(label: SentimentLabel): number {
  return LABELS.indexOf(label);
}
