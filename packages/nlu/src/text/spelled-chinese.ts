import { SOUNDS_ALIKE } from '../data/chinese-sounds.ts';
import { asksNothing } from './asked-for.ts';
import type { TaughtCharacters } from './sound-slips.ts';

/** UTF-16 units that are read: some twelve characters. */
const MAX_LETTERS = 48;
const LONGEST_SYLLABLE = 6;
/** Readings that are kept at each letter, of those that end in one character one: most are dead ends. */
const KEPT = 12;
const READINGS = 3;
/** Letters and what people put between syllables: `shi ting`, `xi'an`. */
const LETTERS = /^[a-z]+(?:[\s'-]+[a-z]+)*$/;
/** A reading in which characters never stood beside each other is a guess; so many of four neighbours may be one. */
const MOST_GAPS = 1 / 4;

interface Reading {
  text: string;
  last: string;
  syllables: number;
  /** Neighbours that nowhere stand beside each other. */
  gaps: number;
}

/** Characters by how their sound is typed: without tones, zh as z, ng as n, and ü as v or u. */
const charactersBySound = new Map<string, string>();
/** All of them that begin so. */
const charactersByBeginning = new Map<string, string>();

/**
 * The Chinese that somebody means who types its pinyin (`xuefei`, `tui huo`, `duoshaoqi`): as the site itself says it, as nearly every
 * spelling stands for many characters. The last syllable may be half typed. One syllable alone says too little.
 * @param folded the whole of what was typed, folded
 * @returns at most three readings, the likeliest first; none where it is no pinyin of anything that is said there
 */
export function chineseSpelled(folded: string, taught: TaughtCharacters): string[] {
  const typed = folded.trim();
  if (typed.length > MAX_LETTERS || !LETTERS.test(typed)) return [];
  const parts = typed.split(/[\s'-]+/);
  let readings: Reading[] = [{ text: '', last: '', syllables: 0, gaps: 0 }];
  for (const [at, part] of parts.entries()) {
    readings = readPart(part, readings, taught, at === parts.length - 1);
    if (readings.length === 0) return [];
  }
  return (
    readings
      .filter(({ syllables, gaps }) => syllables > 1 && gaps <= (syllables - 1) * MOST_GAPS)
      .sort(likelier)
      .map(({ text }) => text)
      // "women" and "name" are English more often than somebody looks for 我们 and 那么.
      .filter((text) => !asksNothing(text))
      .slice(0, READINGS)
  );
}

/** What readings become by the syllables of a run of letters; `unfinished`: its last may be half typed. */
function readPart(
  letters: string,
  before: readonly Reading[],
  taught: TaughtCharacters,
  unfinished: boolean,
): Reading[] {
  const endingAt: Reading[][] = Array.from({ length: letters.length + 1 }, () => []);
  endingAt[0] = [...before];
  for (let from = 0; from < letters.length; from++) {
    const open = best(endingAt[from]!);
    if (open.length === 0) continue;
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST_SYLLABLE); to++) {
      const spelling = letters.slice(from, to);
      const characters = charactersOf(spelling, unfinished && to === letters.length);
      if (characters !== '') endingAt[to]!.push(...withNext(open, characters, taught));
    }
  }
  return best(endingAt[letters.length]!);
}

function withNext(readings: readonly Reading[], characters: string, taught: TaughtCharacters): Reading[] {
  const next: Reading[] = [];
  for (const character of characters) {
    if (!taught.has(character)) continue;
    for (const { text, last, syllables, gaps } of readings) {
      const gap = last !== '' && !taught.hasPair(last, character) ? 1 : 0;
      next.push({ text: text + character, last: character, syllables: syllables + 1, gaps: gaps + gap });
    }
  }
  return next;
}

/** The likeliest, one for each last character: what comes after depends on no other. */
function best(readings: readonly Reading[]): Reading[] {
  const byLast = new Map<string, Reading>();
  for (const reading of readings) {
    const known = byLast.get(reading.last);
    if (known === undefined || likelier(reading, known) < 0) byLast.set(reading.last, reading);
  }
  return [...byLast.values()].sort(likelier).slice(0, KEPT);
}

function likelier(one: Reading, other: Reading): number {
  return one.gaps - other.gaps || one.syllables - other.syllables;
}

function charactersOf(spelling: string, unfinished: boolean): string {
  if (charactersBySound.size === 0) learnSounds();
  const plain = spelling.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
  const whole = charactersBySound.get(plain) ?? '';
  return unfinished && whole === '' ? (charactersByBeginning.get(plain) ?? '') : whole;
}

function learnSounds(): void {
  for (const [sound, characters] of Object.entries(SOUNDS_ALIKE)) {
    for (const typed of new Set([sound.replace('ü', 'v'), sound.replace('ü', 'u')])) {
      charactersBySound.set(typed, (charactersBySound.get(typed) ?? '') + characters);
      for (let length = 1; length < typed.length; length++) {
        const beginning = typed.slice(0, length);
        charactersByBeginning.set(beginning, (charactersByBeginning.get(beginning) ?? '') + characters);
      }
    }
  }
}
