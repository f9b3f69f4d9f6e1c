import type { NamingWord, TextReader } from './text-reader.ts';

export interface ThemeWords {
  /** A few words in the order in which people say them. */
  readonly name: string;
  /** What the theme's messages say more than others, the most telling first. */
  readonly words: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const WORDS = 8;
const WORDS_OF_NAME = 3;
/** A further word of the name must say so much of what the first says. */
const TELLS_ENOUGH = 0.35;
/** And so many of the messages say it. */
const SAID_ENOUGH = 0.15;

interface Told {
  count: number;
  /** Sum of the places in messages, from 0 (first) to 1 (last). */
  places: number;
  written: Map<string, number>;
}

/**
 * Names groups by the words that more of their messages have than of others: share · ln(share / share in all) (the group's part of the divergence
 * between both). @param groups texts of each group
 */
export function nameThemes(groups: readonly (readonly string[])[], reader: TextReader): ThemeWords[] {
  const told = groups.map((texts) => countWords(texts, reader));
  const everywhere = new Map<string, number>();
  for (const words of told) {
    for (const [stem, { count }] of words) everywhere.set(stem, (everywhere.get(stem) ?? 0) + count);
  }
  const total = groups.reduce((sum, texts) => sum + texts.length, 0);
  return told.map((words, at) => {
    const texts = groups[at]!;
    const size = texts.length;
    const ranked = [...words]
      .map(([stem, one]) => {
        const share = one.count / size;
        // As if one more message had the word: what is said once names nothing.
        const usual = (everywhere.get(stem)! + 1) / (total + 1);
        return { stem, told: one, telling: share * Math.log((share + 1 / (total + 1)) / usual) };
      })
      .sort((one, other) => other.telling - one.telling || other.told.count - one.told.count);
    // In a single group no word tells it from others: the most frequent ones do.
    if (groups.length === 1) ranked.sort((one, other) => other.told.count - one.told.count);
    const shown = ranked.slice(0, WORDS).map((one) => ({ ...one, written: usualForm(one.told) }));
    return { name: nameOf(shown, texts), words: shown.map(({ written }) => written) };
  });
}

interface NameWord {
  readonly written: string;
  readonly told: Told;
  readonly telling: number;
}

/**
 * A few of the telling words, in the language of most of the messages: people of both languages may speak of the same. @param ranked the most telling
 * first
 */
function nameOf(ranked: readonly NameWord[], texts: readonly string[]): string {
  const isChinese = texts.filter((text) => HAN.test(text)).length * 2 > texts.length;
  const own = ranked.filter(({ written }) => HAN.test(written) === isChinese);
  const candidates = own.length > 0 ? own : ranked;
  const least = (candidates[0]?.telling ?? 0) * TELLS_ENOUGH;
  const often = Math.max(2, texts.length * SAID_ENOUGH);
  const named: NameWord[] = [];
  for (const word of candidates) {
    if (named.length > 0 && (word.telling < least || word.told.count < often)) continue;
    const same = named.findIndex(({ written }) => written.includes(word.written) || word.written.includes(written));
    // 退 says nothing beside 退货: of two that are one word the longer one names.
    if (same >= 0) {
      if (word.written.length > named[same]!.written.length) named[same] = word;
    } else if (named.length < WORDS_OF_NAME) named.push(word);
  }
  named.sort((one, other) => one.told.places / one.told.count - other.told.places / other.told.count);
  return joined(named.map(({ written }) => written));
}

function countWords(texts: readonly string[], reader: TextReader): Map<string, Told> {
  const counted = new Map<string, Told>();
  for (const text of texts) {
    const words = reader.words(text);
    const seen = new Set<string>();
    words.forEach(({ stem, written }: NamingWord, place) => {
      if (seen.has(stem)) return;
      seen.add(stem);
      const one = counted.get(stem) ?? { count: 0, places: 0, written: new Map<string, number>() };
      one.count++;
      one.places += place / Math.max(1, words.length - 1);
      one.written.set(written, (one.written.get(written) ?? 0) + 1);
      counted.set(stem, one);
    });
  }
  return counted;
}

function usualForm({ written }: Told): string {
  let [form, most] = ['', 0];
  for (const [candidate, count] of written) if (count > most) [form, most] = [candidate, count];
  return form;
}

/** Chinese words stand side by side without a space. */
function joined(words: readonly string[]): string {
  return words.reduce((name, word) => {
    const touches = /\p{Script=Han}$/u.test(name) && /^\p{Script=Han}/u.test(word);
    return name === '' ? word : touches ? `${name}·${word}` : `${name} ${word}`;
  }, '');
}
