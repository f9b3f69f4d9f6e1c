import type { Locale } from '../domain/locale.ts';

export type SentimentLabel = 'negative' | 'neutral' | 'positive';

/** A word or phrase of the text that decided, as it stands there. */
export interface SentimentWord {
  text: string;
  /** Place in the text in UTF-16 units: `text.slice(start, end)`. A negator before the word is part of it (`not good`, 不好). */
  start: number;
  end: number;
  polarity: 'negative' | 'positive';
  /** How much it pulled, from 0 to 1; 1 is the word that pulled most. */
  weight: number;
}

export interface SentimentReading {
  label: SentimentLabel;
  /** The probability of positive less that of negative: from -1 to 1. Its sign answers where there are two classes only. */
  score: number;
  /** At most eight, in order of their place; none where no word speaks for a feeling. */
  words: readonly SentimentWord[];
}

/** How the writer of one message feels. Synchronous and pure, some tens of microseconds a message; any text gets an answer. */
export interface Sentiment {
  /** @param locale the language where the text itself has no letters, only digits or emoji */
  read(text: string, locale: Locale): SentimentReading;
}
