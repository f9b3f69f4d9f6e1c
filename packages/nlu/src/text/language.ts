import type { Locale } from '@solodesk/core';

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/;
const LATIN_WORD = /[a-z]{3}/;

export interface TextLanguage {
  locale: Locale;
  /** The text also has a word of the other language: `我想 refund`. */
  mixed: boolean;
}

/**
 * The language of a folded text. One Han character decides for Chinese, as nobody who writes English types one;
 * a Latin letter decides for English; where there is neither (digits, emoji) it is `otherwise`.
 */
export function languageOf(folded: string, otherwise: Locale): TextLanguage {
  if (HAN.test(folded)) return { locale: 'zh', mixed: LATIN_WORD.test(folded) };
  return { locale: LATIN.test(folded) ? 'en' : otherwise, mixed: false };
}
