import type { Locale } from '../domain/locale.ts';

export interface FaqHit {
  intent: string;
  /** The FAQ's question in the wanted language. */
  question: string;
  /** From 0 to 1, 1 is exact. */
  score: number;
}

/** Search over questions and phrasings that forgives typos: suggestions while typing. */
export interface FaqSearch {
  search(text: string, locale: Locale, limit: number): FaqHit[];
}
