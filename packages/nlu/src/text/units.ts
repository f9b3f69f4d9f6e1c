import type { Locale } from '@solodesk/core';
import { chineseCharacters } from './chinese-grams.ts';
import { englishStem, englishWords } from './english-words.ts';

/** Words or characters of one text that are looked at. */
export const MAX_UNITS_OF_TEXT = 200;

/** The words (English) or characters (Chinese) of a folded text, in order. */
export function unitsOf(folded: string, locale: Locale): string[] {
  return locale === 'zh' ? chineseCharacters(folded, MAX_UNITS_OF_TEXT) : englishWords(folded, MAX_UNITS_OF_TEXT);
}

/** What stands for a unit in the vocabulary: an English word's stem, a Chinese character itself. */
export function stemOf(unit: string, locale: Locale): string {
  return locale === 'zh' ? unit : englishStem(unit);
}
