/** Codes of words are spread over so many marks. */
const MARKS = 4096;

/**
 * Tells whether any of many words stands in a text, in one pass over it: a word of Latin letters and digits whole, anything else as a
 * part of what is written. For texts of lower case; nothing is cut out of them.
 */
export class WordSpotter {
  /** By first and second unit of a word: whether any may begin like this. */
  readonly #marks = new Uint8Array(MARKS);
  readonly #words = new Map<number, string[]>();
  /** Words of one unit; there are hardly ever any. */
  readonly #singles: string[] = [];

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      if (word.length < 2) {
        this.#singles.push(word);
        continue;
      }
      const opening = openingAt(word, 0);
      this.#marks[opening % MARKS] = 1;
      const known = this.#words.get(opening);
      if (known === undefined) this.#words.set(opening, [word]);
      else known.push(word);
    }
  }

  /** Whether one of the words stands in the text. */
  isIn(text: string): boolean {
    for (let at = 0; at + 1 < text.length; at += 1) {
      const opening = openingAt(text, at);
      if (this.#marks[opening % MARKS] === 1 && this.#beginsAt(text, at, opening)) return true;
    }
    return this.#singles.some((word) => isSaid(word, text));
  }

  #beginsAt(text: string, at: number, opening: number): boolean {
    const words = this.#words.get(opening);
    return words !== undefined && words.some((word) => text.startsWith(word, at) && isWholeAt(word, text, at));
  }
}

function isSaid(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWholeAt(word, text, at)) return true;
  }
  return false;
}

/** Whether a word that stands at a place of a text is no part of a longer one: of Latin letters and digits only. */
export function isWholeAt(word: string, text: string, at: number): boolean {
  const end = at + word.length;
  const goesOn = end < text.length && isLatin(word.charCodeAt(word.length - 1)) && isLatin(text.charCodeAt(end));
  return !goesOn && !(at > 0 && isLatin(word.charCodeAt(0)) && isLatin(text.charCodeAt(at - 1)));
}

/** Two openings that share a number cost a comparison, nothing else. */
function openingAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x1f1f + text.charCodeAt(at + 1);
}

/** Of lower case. */
function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
