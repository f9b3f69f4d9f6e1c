import { plainText } from './phrase.ts';

/** Codes of `0` to `z`, from 1; 0 stands for the end of a word. */
const FIRST_CODE = 0x2f;
const CODES = 0x7a - FIRST_CODE + 1;
/** By ASCII code: the code of a letter or digit, whatever its case; else 0, or that it stands in the middle of words. */
const APOSTROPHE = 255;
const LETTERS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (isApostrophe(code)) return APOSTROPHE;
  const lower = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  return isAsciiWord(lower) ? lower - FIRST_CODE : 0;
});

/** By the code of a third letter (0: there is none): its bit. Digits share one. */
const BITS = Uint32Array.from({ length: CODES }, (_, letter) => {
  const code = letter + FIRST_CODE;
  return 1 << (letter === 0 ? 27 : code <= 0x39 ? 26 : code >= 0x61 ? code - 0x61 : 28);
});
const ANY = 0xffff_ffff;

/** Han characters that are told at a glance. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** What a Han character may be: a word by itself, the first of two neighbours. */
const ALONE = 1;
const FIRST_OF_TWO = 2;

/**
 * Which words a text may have, told by their first three letters: nearly all words of an ordinary message are passed over without a look-up
 * and without being cut out of it. Of Chinese, where every character is a word, two neighbours can be one as well.
 */
export class WordGlance {
  /** By first and second letter: the bits of the third letters of words that begin like this. */
  readonly #thirds = new Uint32Array(CODES * CODES);
  readonly #han = new Uint8Array(LAST_HAN - FIRST_HAN + 1);
  readonly #neighbours = new Set<number>();

  /**
   * @param word of one alphabet: letters, one Chinese character, or two neighbours
   * @param begins words that go on from it are meant as well
   */
  add(word: string, begins: boolean): void {
    const first = word.charCodeAt(0);
    if (isHan(first)) this.#addHan(first, word.charCodeAt(1));
    // Words of other alphabets are not told at a glance.
    if (!isAsciiWord(first)) return;
    const row = (first - FIRST_CODE) * CODES;
    const second = word.charCodeAt(1);
    if (isAsciiWord(second)) this.#thirds[row + second - FIRST_CODE]! |= thirdOf(word, begins);
    // A word of one letter, or one that goes on in another alphabet: those have no second.
    else if (begins || word.length > 1) this.#thirds.fill(ANY, row, row + CODES);
    else this.#thirds[row] = ANY;
  }

  /** @param second NaN for none */
  #addHan(first: number, second: number): void {
    const at = first - FIRST_HAN;
    if (!isHan(second)) this.#han[at]! |= ALONE;
    else {
      this.#han[at]! |= FIRST_OF_TWO;
      this.#neighbours.add(neighbours(first, second));
    }
  }

  /**
   * False means that no word of the text is one of those.
   * @param isOne whether a word (or two neighbours), of lower case, is one of those or begins like one, and is what is looked for
   */
  mayBeIn(text: string, isOne: (word: string) => boolean): boolean {
    let begun = -1;
    let first = 0;
    let second = 0;
    let third = 0;
    let marked = false;
    // The Han character before this one, whatever marks and blanks stand between; 0 where the word before is another.
    let before = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      let han = false;
      if (code < 0x80) {
        const letter = LETTERS[code]!;
        if (letter === APOSTROPHE) {
          marked = true;
          continue;
        }
        if (letter !== 0) {
          if (begun < 0) {
            begun = at;
            first = letter;
            before = 0;
            marked = false;
          } else if (second === 0) second = letter;
          else if (third === 0) third = letter;
          continue;
        }
      } else {
        if (isApostrophe(code)) {
          marked = true;
          continue;
        }
        han = isHan(code);
        // Whatever else there is has to be brought into its plain form before it can be told apart.
        if (!han && !isBreak(code)) return this.#mayBePlainly(plainText(text), isOne);
      }
      if (begun >= 0 && (this.#thirds[first * CODES + second]! & BITS[third]!) !== 0) {
        const word = text.slice(begun, at);
        if (isOne(marked ? plainText(word) : word.toLowerCase())) return true;
      }
      begun = -1;
      second = 0;
      third = 0;
      if (!han) continue;
      if (this.#isHanWord(before, code, isOne)) return true;
      before = code;
    }
    return false;
  }

  /** The same of a plain text, word by word. */
  #mayBePlainly(said: string, isOne: (word: string) => boolean): boolean {
    let begun = -1;
    let before = 0;
    for (let at = 0; at <= said.length; at += 1) {
      const code = at < said.length ? said.charCodeAt(at) : 0;
      if (isAsciiWord(code)) {
        if (begun < 0) begun = at;
        before = 0;
        continue;
      }
      // Letters beyond English and Chinese are too rare here to be told apart from marks at a glance.
      const han = isHan(code);
      if (!han && !isMark(code)) return true;
      if (begun >= 0 && isOne(said.slice(begun, at))) return true;
      begun = -1;
      if (!han) continue;
      if (this.#isHanWord(before, code, isOne)) return true;
      before = code;
    }
    return false;
  }

  /** @param before the Han character before it, 0 for none */
  #isHanWord(before: number, code: number, isOne: (word: string) => boolean): boolean {
    if ((this.#han[code - FIRST_HAN]! & ALONE) !== 0 && isOne(String.fromCharCode(code))) return true;
    if (before === 0 || (this.#han[before - FIRST_HAN]! & FIRST_OF_TWO) === 0) return false;
    return this.#neighbours.has(neighbours(before, code)) && isOne(String.fromCharCode(before, code));
  }
}

/** Bits of the third letters that a word of two letters or more may have. */
function thirdOf(word: string, begins: boolean): number {
  const third = word.charCodeAt(2);
  if (isAsciiWord(third)) return BITS[third - FIRST_CODE]!;
  return begins || word.length > 2 ? ANY : BITS[0]!;
}

function neighbours(first: number, second: number): number {
  return (first - FIRST_HAN) * (LAST_HAN - FIRST_HAN + 1) + second - FIRST_HAN;
}

/** Of lower case. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
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
