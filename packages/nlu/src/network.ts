import type { Locale } from '@solodesk/core';

/**
 * One language's linear units as nlp.js trained them, one for each intent. With `n` the Euclidean length of the values of a text's features,
 * `score = alpha * max(0, bias + TEXT_LENGTH / n * sum of the weights of the text's features)`.
 */
export interface Network {
  /** Stems or characters, and pairs of neighbours as `a b`. */
  readonly features: readonly string[];
  /** One a feature: how much its presence says. */
  readonly values: Float32Array;
  /** One an intent. */
  readonly bias: Float32Array;
  /** Row `feature`, column `intent`; the feature's value is multiplied in already. */
  readonly weights: Float32Array;
}

export interface ModelData {
  readonly bookHash: string;
  readonly intents: readonly string[];
  /** nlp.js's factor from a sum of weights to a score; trained examples score about 1. */
  readonly alpha: number;
  readonly networks: Readonly<Record<Locale, Network>>;
}
