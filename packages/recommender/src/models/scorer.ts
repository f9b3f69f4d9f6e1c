import type { Like } from '../matrix/likes.ts';

/** Says how well each item fits to what somebody liked. */
export interface Scorer {
  /**
   * Adds nothing up: `scores` is overwritten.
   * @param history what the user liked, the oldest first; empty for somebody new
   * @param scores one number an item; higher fits better, 0 says nothing
   */
  score(history: readonly Like[], scores: Float64Array): void;
}
