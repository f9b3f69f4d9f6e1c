import type { Locale } from '@solodesk/core';
import type { Question } from '../eval/question.ts';

/** A held-out question: what it means, what the bot took it for, and how sure it was. */
export function question(
  intent: string | null,
  guess: string | null,
  confidence: number,
  text = `about ${intent ?? 'nothing'}`,
  locale: Locale = 'en',
): Question {
  const place = intent === null ? null : { file: 'shop/faq/a.json', line: 7 };
  const guesses = guess === null ? [] : [{ intent: guess, confidence }];
  return { text, locale, intent, guess, confidence, right: guess === intent, guesses, place };
}
