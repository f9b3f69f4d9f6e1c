import type { Locale } from '@solodesk/core';
import { englishVectors } from '../model/word-vectors.ts';
import { foldText } from '../text/fold-text.ts';
import { languageOf } from '../text/language.ts';
import { stemOf, unitsOf } from '../text/units.ts';
import { glossesOf } from './chinese-glosses.ts';
import { holdsSentencesTogether } from './naming-words.ts';

/** What a text is compared by, how themes are named and what texts mean: what `findThemes` of the analytics asks of the languages. */
export interface ThemeReader {
  features(text: string): ReadonlyMap<string, number>;
  words(text: string): readonly { stem: string; written: string }[];
  meaning(text: string, weightOf: (feature: string) => number): Float64Array | null;
}

const PIECE_LENGTH = 4;
/** What is asked for makes a theme more than how it is asked: what words such as "when" and "get" mean counts so much. */
const HOW_IT_IS_SAID = 0.5;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const isNoNumber = (unit: string): boolean => !/^\d+$/.test(unit);

/** @param otherwise the language of texts without a letter */
export function createThemeReader(otherwise: Locale = 'en'): ThemeReader {
  const vectors = englishVectors();
  const vector = new Float32Array(vectors.size);
  const read = (text: string) => {
    const folded = foldText(text);
    const { locale, mixed } = languageOf(folded, otherwise);
    const english = locale === 'en' || mixed ? unitsOf(folded, 'en').filter(isNoNumber) : [];
    const meant = locale === 'zh' ? [...english, ...glossesOf(folded)] : english;
    return { folded, locale, english, meant };
  };
  return {
    /** Stems and four-letter pieces of words; in Chinese characters, pairs of neighbours, and the same of what its words mean in English. */
    features(text) {
      const { folded, locale, meant } = read(text);
      const features = new Map<string, number>();
      const add = (name: string) => features.set(name, (features.get(name) ?? 0) + 1);
      for (const word of meant) {
        if (/\p{Script=Han}/u.test(word)) continue;
        add(stemOf(word, 'en'));
        const edged = `<${word}>`;
        for (let at = 0; at + PIECE_LENGTH <= edged.length; at++) add(`~${edged.slice(at, at + PIECE_LENGTH)}`);
      }
      if (locale === 'zh') {
        const characters = unitsOf(folded, 'zh').filter(isNoNumber);
        characters.forEach((character, at) => {
          add(character);
          if (at > 0) add(`${characters[at - 1]} ${character}`);
        });
      }
      return features;
    },
    words(text) {
      const { folded, locale, english } = read(text);
      const written = locale === 'zh' ? chineseWords(folded) : english;
      return written
        .filter((word) => isNoNumber(word) && !holdsSentencesTogether(word))
        .map((word) => ({ stem: /\p{Script=Han}/u.test(word) ? word : stemOf(word, 'en'), written: word }));
    },
    /** The sum of the vectors of its English words, and of those that its Chinese words mean. */
    meaning(text, weightOf) {
      let sum: Float64Array | null = null;
      for (const word of read(text).meant) {
        const weight = weightOf(stemOf(word, 'en')) * (holdsSentencesTogether(word) ? HOW_IT_IS_SAID : 1);
        const place = vectors.find(word);
        if (weight === 0 || place < 0) continue;
        vectors.read(place, vector);
        sum ??= new Float64Array(vectors.size);
        for (let at = 0; at < vectors.size; at++) sum[at]! += weight * vector[at]!;
      }
      return sum;
    },
  };
}

/** The segmenter cuts 发|货: single characters that stand side by side and are no small words are one. */
function chineseWords(folded: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    const isSingle = isWordLike === true && segment.length === 1 && !holdsSentencesTogether(segment);
    if (isSingle && isOpen) words.push(`${words.pop()!}${segment}`);
    else if (isWordLike === true) words.push(segment);
    isOpen = isSingle;
  }
  return words;
}
