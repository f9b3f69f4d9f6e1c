import { simplify } from './simplify.ts';

/** One part of a phrase: a word, its beginning, or a run of Chinese characters. */
interface PhrasePart {
  readonly words: readonly string[];
  /** Words that go on from it are meant as well. */
  readonly begins: boolean;
  /** Other words may stand before it. */
  readonly afterGap: boolean;
}

/** Words to look for, as an owner writes them: `money back`, `refund*`, `still … broken`, `退 … 钱`. */
export interface Phrase {
  /** As it was written: what reasons show. */
  readonly written: string;
  readonly parts: readonly PhrasePart[];
}

/** How many words or Chinese characters a `…` may stand for. */
const WIDEST_GAP = 6;
const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /\p{Script=Han}/u;
const SENTENCE_END = /[.!?。！？\n]/;
const GAP = /…|\.{3}/;

/**
 * Reads a phrase: words stand next to each other and whole, `*` ends one that words may go on from, `…` (or `...`) stands for at most six
 * others. Never a regular expression: no phrase can be slow, whatever the text.
 */
export function phraseFrom(written: string): Phrase {
  const parts: PhrasePart[] = [];
  for (const [at, piece] of written.normalize('NFKC').split(GAP).entries()) {
    let afterGap = at > 0;
    for (const word of plainText(piece).split(/\s+/)) {
      const words = Array.from(word.matchAll(WORDS), ([one]) => one);
      if (words.length === 0) continue;
      parts.push({ words, begins: word.endsWith('*'), afterGap: afterGap && parts.length > 0 });
      afterGap = false;
    }
  }
  return { written: written.trim(), parts };
}

/** A text cut into words once, in which many phrases are looked for. Time grows with the text's length only. */
export class SaidText {
  readonly #words: readonly string[];
  /** By word: the number of its sentence; no phrase reaches over the end of one. */
  readonly #sentences: readonly number[];
  readonly #places = new Map<string, number[]>();
  /** The words in order, so that those which begin alike stand together; made when it is asked for. */
  #sorted: readonly string[] | null = null;

  constructor(text: string) {
    const said = plainText(text);
    const words: string[] = [];
    const sentences: number[] = [];
    let sentence = 0;
    let end = 0;
    for (const match of said.matchAll(WORDS)) {
      if (SENTENCE_END.test(said.slice(end, match.index))) sentence += 1;
      end = match.index + match[0].length;
      const places = this.#places.get(match[0]);
      if (places === undefined) this.#places.set(match[0], [words.length]);
      else places.push(words.length);
      words.push(match[0]);
      sentences.push(sentence);
    }
    this.#words = words;
    this.#sentences = sentences;
  }

  /** Each word and Chinese character once. */
  get words(): Iterable<string> {
    return this.#places.keys();
  }

  /** Each two Chinese characters that stand next to each other, marks and blanks aside; some more than once. */
  get neighbours(): Iterable<string> {
    return neighboursIn(this.#words);
  }

  /** Where a phrase begins first; -1 where it is not said. */
  find(phrase: Phrase): number {
    const [first, ...others] = phrase.parts;
    if (first === undefined) return -1;
    // Earliest beginning of each match so far, by where the match ends.
    let ends = new Map<number, number>();
    for (const place of this.#beginnings(first)) {
      if (this.#stands(first, place)) ends.set(place + first.words.length, place);
    }
    for (const part of others) ends = this.#goesOn(ends, part);
    let earliest = -1;
    for (const place of ends.values()) if (earliest < 0 || place < earliest) earliest = place;
    return earliest;
  }

  says(phrase: Phrase): boolean {
    return this.find(phrase) >= 0;
  }

  #goesOn(ends: ReadonlyMap<number, number>, part: PhrasePart): Map<number, number> {
    const next = new Map<number, number>();
    for (const [end, begun] of ends) {
      const last = part.afterGap ? end + WIDEST_GAP : end;
      for (let place = end; place <= last && this.#sentences[place] === this.#sentences[end - 1]; place += 1) {
        if (!this.#stands(part, place)) continue;
        const after = place + part.words.length;
        next.set(after, Math.min(begun, next.get(after) ?? begun));
      }
    }
    return next;
  }

  #beginnings({ words, begins }: PhrasePart): readonly number[] {
    const [first = ''] = words;
    if (!begins || words.length > 1) return this.#places.get(first) ?? [];
    const sorted = (this.#sorted ??= [...this.#places.keys()].sort());
    const found: number[] = [];
    for (let at = firstFrom(sorted, first); sorted[at]?.startsWith(first) === true; at++) {
      found.push(...(this.#places.get(sorted[at] ?? '') ?? []));
    }
    return found;
  }

  /** Whether a part stands whole at a place, in one sentence. */
  #stands({ words, begins }: PhrasePart, place: number): boolean {
    return words.every((word, offset) => {
      const said = this.#words[place + offset];
      if (said === undefined || this.#sentences[place + offset] !== this.#sentences[place]) return false;
      return begins && offset === words.length - 1 && !HAN.test(word) ? said.startsWith(word) : said === word;
    });
  }
}

/** Place of the first word that does not stand before `wanted`. */
function firstFrom(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each two Chinese characters that follow each other among words. */
export function neighboursIn(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    return before !== undefined && HAN.test(word) && HAN.test(before) ? [before + word] : [];
  });
}

const ASCII = /^[\x20-\x7e]*$/;

/** A text as words are compared: of one width and case, in simplified characters, without apostrophes. */
export function plainText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/['`]/g, '');
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
}
