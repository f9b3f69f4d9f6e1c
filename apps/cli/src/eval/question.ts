import type { IntentGuess, Locale } from '@solodesk/core';
import type { SiteExample } from '@solodesk/faq';
import type { HeldOut } from '@solodesk/nlu';

/** A sentence that was held out of training, and what the bot made of it. */
export interface Question {
  text: string;
  locale: Locale;
  /** What it means; null when no FAQ answers it. */
  intent: string | null;
  /** The likeliest intent; null when nothing was recognised. */
  guess: string | null;
  /** Of the guess, from 0 to 1. */
  confidence: number;
  right: boolean;
  /** All guesses, best first. */
  guesses: readonly IntentGuess[];
  /** Where it stands; null for those that are not the site's own. */
  place: { file: string; line: number } | null;
}

/**
 * The questions that an evaluation counts: the site's own sentences, and the built-in ones that no FAQ answers. Greetings and the like are the
 * same for every site, so they say nothing about this one.
 */
export function questionsOf(heldOut: readonly HeldOut[], examples: readonly SiteExample[]): Question[] {
  const places = new Map(
    examples.map(({ locale, text, file, line }) => [`${locale} ${text}`, { file, line }] as const),
  );
  return heldOut
    .filter(({ own, intent }) => own || intent === null)
    .map(({ text, locale, intent, guesses, own }) => {
      const best = guesses[0];
      return {
        text,
        locale,
        intent,
        guess: best?.intent ?? null,
        confidence: best?.confidence ?? 0,
        // A question that no FAQ answers is right when nothing is recognised in it.
        right: (best?.intent ?? null) === intent,
        guesses,
        place: (own && places.get(`${locale} ${text}`)) || null,
      };
    });
}
