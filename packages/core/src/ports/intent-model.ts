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
}

/** What a text means. Synchronous and without side effects: a model is loaded whole, then only asked. */
export interface IntentModel {
  /** The `hash` of the FAQ book that it was trained on. */
  readonly bookHash: string;
  /** At or above `answer` the bot answers; at or above `suggest` it asks "did you mean"; below, it says that it is unsure. */
  readonly thresholds: { readonly answer: number; readonly suggest: number };
  /** @param locale the visitor's interface language, which decides where the text itself does not tell. */
  understand(text: string, locale: Locale): Understanding;
}

/** Turns a book into a model, in another process; resolves to a model that was loaded from its stored bytes if they exist. */
export interface IntentTrainer {
  train(book: FaqBook): Promise<IntentModel>;
}
