import { plainText } from './phrase.ts';

/** Codes of `0` to `z`, from 1; 0 stands for the end of a word. */
const FIRST_CODE = 0x2f;
const CODES = 0x7a - FIRST_CODE + 1;

/**
 * Which words a text may have, told by their first two letters: nearly all words of an ordinary message are passed over without a look-up
 * and without being cut out of it.
 */
export class WordGlance {
  /** By first and second letter: whether any word begins like this. */
  readonly #pairs = new Uint8Array(CODES * CODES);
  readonly #han = new Set<number>();

  /** @param begins words that go on from it are meant as well */
  add(word: string, begins: boolean): void {
    const first = word.charCodeAt(0);
    if (isHan(first)) this.#han.add(first);
    // Words of other alphabets are not told at a glance.
    if (!isAsciiWord(first)) return;
    const row = (first - FIRST_CODE) * CODES;
    const second = word.charCodeAt(1);
    if (isAsciiWord(second)) this.#pairs[row + second - FIRST_CODE] = 1;
    // A word of one letter, or one that goes on in another alphabet: those have no pair.
    else if (begins || word.length > 1) this.#pairs.fill(1, row, row + CODES);
    else this.#pairs[row] = 1;
  }

  /**
   * False means that no word of the text is one of those.
   * @param isOne whether a word, of lower case, is one of those or begins like one
   */
  mayBeIn(text: string, isOne: (word: string) => boolean): boolean {
    let begun = -1;
    let first = 0;
    let second = 0;
    for (let at = 0; at <= text.length; at += 1) {
      let code = at < text.length ? text.charCodeAt(at) : 0;
      if (code >= 0x41 && code <= 0x5a) code += 0x20;
      if (isAsciiWord(code)) {
        if (begun < 0) {
          begun = at;
          first = code - FIRST_CODE;
        } else if (second === 0) second = code - FIRST_CODE;
        continue;
      }
      if (isApostrophe(code)) continue;
      // Whatever else there is has to be brought into its plain form before it can be told apart.
      if (!isHan(code) && !isBreak(code)) return mayBePlainly(plainText(text), isOne);
      if (begun >= 0 && this.#pairs[first * CODES + second] === 1 && isOne(plainText(text.slice(begun, at))))
        return true;
      if (isHan(code) && this.#han.has(code)) return true;
      begun = -1;
      second = 0;
    }
    return false;
  }
}

/** The same of a plain text, word by word. */
function mayBePlainly(said: string, isOne: (word: string) => boolean): boolean {
  let begun = -1;
  for (let at = 0; at <= said.length; at += 1) {
    const code = at < said.length ? said.charCodeAt(at) : 0;
    if (isAsciiWord(code)) {
      if (begun < 0) begun = at;
      continue;
    }
    // Letters beyond English and Chinese are too rare here to be told apart from marks at a glance.
    if (!isHan(code) && !isMark(code)) return true;
    if (begun >= 0 && isOne(said.slice(begun, at))) return true;
    if (isHan(code) && isOne(said.charAt(at))) return true;
    begun = -1;
  }
  return false;
}

/** Of lower case. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** They stand in the middle of words, and are left out of their plain form. */
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x60 || code === 0x2018 || code === 0x2019;
}

/** All else of ASCII, and the commonest marks of both languages: between words, in the plain form too. */
function isBreak(code: number): boolean {
  if (code < 0x80) return true;
  if (code >= 0x3000 && code <= 0x3002) return true;
  if (code === 0x2013 || code === 0x2014 || code === 0x201c || code === 0x201d || code === 0x2026) return true;
  return code === 0xff0c || code === 0xff01 || code === 0xff1f || code === 0xff1a || code === 0xff1b;
}

/** All else of ASCII, the marks of general and Chinese punctuation, and the halves of most emoji. */
function isMark(code: number): boolean {
  if (code < 0x80) return true;
  if (code >= 0xd83c && code <= 0xd83e) return true;
  return (code >= 0xdc00 && code <= 0xdfff) || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x3004);
}
