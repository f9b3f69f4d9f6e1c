import type { Thresholds } from '../domain/dialogue/thresholds.ts';
import type { FaqBook } from '../domain/faq.ts';
import type { Locale } from '../domain/locale.ts';

export interface IntentGuess {
  intent: string;
  /** From 0 to 1. */
  confidence: number;
}

export interface Understanding {
  /** The language of the text, as far as it can be told; else the one that was given. */
  locale: Locale;
  /** The likeliest intents, best first, at most three; empty when nothing was recognised. */
  guesses: readonly IntentGuess[];
  /** The owner says of just these words that no FAQ answers them: there is nothing to be sure of then. */
  outOfScope: boolean;
}

/**
 * What a model does with the site's own phrasings, each held out of training: counted, with nothing assumed about how visitors ask.
 * Shares are from 0 to 1, null where nothing was counted.
 */
export interface HeldOutQuality {
  /** What part of them gets an answer, right or wrong. */
  readonly coverage: number | null;
  /** What part of those answers is wrong. */
  readonly wrongShare: number | null;
  /** How many phrasings were held out. */
  readonly n: number;
}

/**
 * How a model answers what it was not taught, as estimated from cross-validation when it was trained: "answers 74 % of all questions; of these
 * answers 2.1 % are wrong (n = 412)". Shares are from 0 to 1, null where nothing was counted.
 */
export interface AnswerQuality {
  /** Of 100 answers given, how many the owner lets be wrong; it chose the thresholds. */
  readonly budget: number;
  /** Sentences of the site's own that were held out. */
  readonly asked: number;
  /** What part of the questions that have an answer gets one, right or wrong. */
  readonly coverage: number | null;
  /** n: held-out sentences that got an answer, the site's own and such that no FAQ answers. */
  readonly answers: number;
  /** What part of the answers given to visitors is wrong: see nlu's `budget.ts` for how their questions are taken to be. */
  readonly wrongShare: number | null;
  /** 95 % interval of `wrongShare` (Wilson). */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** What the estimate was made from. Missing where it was not counted apart. */
  readonly heldOut?: HeldOutQuality;
}

/** What a text means. Synchronous and without side effects: a model is loaded whole, then only asked. */
export interface IntentModel {
  /** The `hash` of the FAQ book that it was trained on. */
  readonly bookHash: string;
  readonly thresholds: Thresholds;
  /** Missing where nothing was measured, as in tests. */
  readonly quality?: AnswerQuality;
  /** @param locale the visitor's interface language, which decides where the text itself does not tell. */
  understand(text: string, locale: Locale): Understanding;
}

/** Turns a book into a model, in another process; resolves to a model that was loaded from its stored bytes if they exist. */
export interface IntentTrainer {
  /** @param wrongAnswerBudget of 100 answers given, how many may be wrong; 3 by default. Another budget needs no other training. */
  train(book: FaqBook, wrongAnswerBudget?: number): Promise<IntentModel>;
}
