import { CHARACTERS_BY_SOUND, soundsOf } from './chinese-sounds.ts';

/** Characters that were taught, and which stood beside which. */
export interface TaughtCharacters {
  has(character: string): boolean;
  hasPair(first: string, second: string): boolean;
}

/** Sounds that are looked through between two pauses: a part of a millisecond's work. */
const STRETCH = 20;

/** To look for what a character may stand for takes some ten microseconds, so a text of rubbish gets only so many. */
const CORRECTIONS_PER_TEXT = 24;

/** Words of one character that are said in every other sentence: whoever types one means it. */
const COMMON_WORDS = new Set(
  '的地得了着过吗呢吧啊么是不没有在再和跟与就都也很太还又才我你您他她它们这那哪个几多少大小好来去到里上下要想会能可以把被给让对从用买卖做说看放付',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Slips of those who type Chinese by its sound and take the wrong character (退活 for 退货, 发漂 for 发票): one that was never taught beside
 * either of its neighbours stands for a taught one that sounds alike and was. Where it is a common word (买), or makes one with
 * a neighbour (衬衫), the other must have been taught beside both.
 */
export class SoundSlips {
  readonly #taught: TaughtCharacters;
  /** By the number of their sound. */
  readonly #characters: readonly (readonly string[])[];

  private constructor(taught: TaughtCharacters, characters: readonly (readonly string[])[]) {
    this.#taught = taught;
    this.#characters = characters;
  }

  /** With pauses (`yield`): see `inSlices`. */
  static *build(taught: TaughtCharacters): Generator<void, SoundSlips> {
    const known: string[][] = [];
    for (const [sound, characters] of CHARACTERS_BY_SOUND.entries()) {
      if (sound % STRETCH === 0) yield;
      known.push(characters.filter((character) => taught.has(character)));
    }
    return new SoundSlips(taught, known);
  }

  /** @returns the characters that are meant: the very same array where there is no slip */
  corrected(units: string[]): string[] {
    let meant = units;
    let inWord: boolean[] | undefined;
    let left = CORRECTIONS_PER_TEXT;
    // Whether the character and the one before it were taught beside each other.
    let isBeside = false;
    for (let at = 0; at < units.length; at += 1) {
      const [own, after] = [units[at]!, units[at + 1]];
      const wasBeside = isBeside;
      isBeside = after !== undefined && this.#taught.hasPair(own, after);
      if (wasBeside || isBeside || soundsOf(own).length === 0) continue;
      if (left === 0) break;
      left -= 1;
      const [best, sides] = this.#best(meant[at - 1], own, after);
      if (sides === 0) continue;
      if (sides === 1) {
        if (COMMON_WORDS.has(own)) continue;
        inWord ??= standInWords(units);
        if (inWord[at]) continue;
      }
      if (meant === units) meant = [...units];
      meant[at] = best;
      isBeside = after !== undefined && this.#taught.hasPair(best, after);
    }
    return meant;
  }

  /** The one that sounds like `own` and was taught beside the most of the two, with how many that are. */
  #best(before: string | undefined, own: string, after: string | undefined): [character: string, sides: number] {
    let [best, most] = [own, 0];
    for (const sound of soundsOf(own)) {
      for (const character of this.#characters[sound] ?? []) {
        const sides = this.#sides(before, character, after);
        if (sides > most) [best, most] = [character, sides];
      }
    }
    return [best, most];
  }

  #sides(before: string | undefined, own: string, after: string | undefined): number {
    const first = before !== undefined && this.#taught.hasPair(before, own);
    const second = after !== undefined && this.#taught.hasPair(own, after);
    return Number(first) + Number(second);
  }
}

/** Of each unit whether it is part of a word of several. */
function standInWords(units: readonly string[]): boolean[] {
  const inWord: boolean[] = [];
  const words = [...segmenter.segment(units.join(''))];
  let word = 0;
  let start = 0;
  for (const unit of units) {
    while (start >= words[word]!.index + words[word]!.segment.length) word += 1;
    inWord.push(words[word]!.segment.length > unit.length);
    start += unit.length;
  }
  return inWord;
}
