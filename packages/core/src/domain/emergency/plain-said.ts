import { simplify } from '../words/simplify.ts';

/** The first of the Chinese characters and their like; most words need no closer look. */
const FIRST_HAN = 0x2e80;
const HAN = /\p{Script=Han}/u;

/** Does a word of a phrase stand for Chinese characters? */
export function isHan(word: string): boolean {
  const mayBe = word.charCodeAt(0) >= FIRST_HAN || word.charCodeAt(word.length - 1) >= FIRST_HAN;
  return mayBe && HAN.test(word);
}

/** A text without what writing differs in: width, case, apostrophes, traditional characters. */
export function plainSaid(text: string): string {
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
}

/** How many places of a text a word of a phrase takes: Chinese is cut into characters. */
export function lengthOf(word: string): number {
  return isHan(word) ? [...word].length : 1;
}
