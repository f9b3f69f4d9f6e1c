const LETTER = /[\p{L}\p{N}]/u;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LATIN_WORD = /[a-z]{2,}/gu;
const KEYBOARD = /(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm)/u;

/**
 * Whether a message says nothing in any language: no letter or digit, one character over and over, a walk over the keyboard, or long
 * words without a vowel. When in doubt it is no gibberish: a message that is dropped is not heard.
 */
export function isGibberish(text: string): boolean {
  if (!LETTER.test(text)) return !/\p{Extended_Pictographic}/u.test(text);
  const folded = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded.length >= 4 && new Set(folded.replaceAll(' ', '')).size === 1) return true;
  if (HAN_OR_KANA.test(folded) || /[^\u0020-\u007e]/u.test(folded)) return false;
  const words = folded.match(LATIN_WORD) ?? [];
  if (words.length === 0) return false;
  const odd = words.filter((word) => isOdd(word)).join('').length;
  return odd > 0.6 * words.join('').length;
}

/** Of six letters or more: short ones may be product codes and abbreviations. */
function isOdd(word: string): boolean {
  if (word.length >= 4 && /^(.)\1+$/u.test(word)) return true;
  if (word.length >= 6 && KEYBOARD.test(word) && !/[aeiou].*[aeiou]/u.test(word.replace(KEYBOARD, ''))) return true;
  if (word.length >= 6 && !/[aeiouy]/u.test(word)) return true;
  return word.length >= 8 && /[bcdfghjklmnpqrstvwxz]{6,}/u.test(word);
}
