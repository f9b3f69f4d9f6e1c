/** The languages that the product speaks, as BCP 47 primary subtags. */
export type Locale = 'en' | 'zh';

export const LOCALES: readonly Locale[] = ['en', 'zh'];

/** A text in every language that a site speaks; `en` or `zh` may be missing when the site does not speak it. */
export type Localized<T> = Partial<Record<Locale, T>>;

/** Picks the wanted language, or the first that exists. Undefined only when `texts` is empty. */
export function localize<T>(texts: Localized<T>, wanted: Locale): T | undefined {
  return texts[wanted] ?? texts.en ?? texts.zh;
}

const HAN = /\p{Script=Han}/u;
/** Japanese, but for the one that Chinese people write for fun. */
const HIRAGANA = /(?!の)[ぁ-ゖ].*?(?!の)[ぁ-ゖ]/u;
const ADDRESS = /\S*[@/]\S*/gu;
const LATIN_WORD = /\p{Script=Latin}{2,}/gu;
/** Two to four words that all begin with a capital: somebody's name, in whatever language they write. */
const FULL_NAME = /^\s*\p{Lu}\p{Ll}+(?:[ -]\p{Lu}(?:\p{Ll}+|\.)?){1,3}\s*$/u;

/**
 * The language that a text is written in, as far as it can be told: any Chinese character makes it Chinese (names and
 * numbers in it are often Latin) unless it is Japanese, two Latin words make it English; a name, a number, an address or an emoji tells nothing.
 */
export function writtenIn(text: string, otherwise: Locale): Locale {
  if (HAN.test(text)) return HIRAGANA.test(text) ? otherwise : 'zh';
  // The words of an address are nobody's language.
  const words = text.includes('@') || text.includes('/') ? text.replace(ADDRESS, ' ') : text;
  LATIN_WORD.lastIndex = 0;
  // The second one is looked for from where the first ends.
  return LATIN_WORD.test(words) && LATIN_WORD.test(words) && !FULL_NAME.test(words) ? 'en' : otherwise;
}
