import type { LanguageGuesser } from '@solodesk/core';
import { FUNCTION_WORDS } from './function-words.ts';

/** UTF-16 units of a text that are looked at. */
const LOOKED_AT = 400;

/** Scripts of one language each, as far as chats go; kana before Han, because Japanese has both. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґІЇЄҐ]/gu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/[پچژگ]/gu, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
];
/** Letters that tell much: each counts as a word. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[¿¡ñ]/i, 'es'],
  [/[œêû]|\b(?:qu|[cdjlmns])'/i, 'fr'],
  [/[ßäü]/i, 'de'],
  [/[ãõ]/i, 'pt'],
  [/[ğış]/i, 'tr'],
  [/[ąęłńśźż]/i, 'pl'],
  [/[ơưđạảấầẩậắằẳặẹẻẽếềểễệ]/i, 'vi'],
];
/** The end of an address is no word: "com" is one of Portuguese. */
const ADDRESSES = /[^\s@]+@\S+|\b(?:https?:\/\/|www\.)\S+/gi;
const WORD = /[\p{Script=Latin}'’]+/gu;
const LETTER = /\p{L}/gu;

const WORDS: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(FUNCTION_WORDS).map(
  ([language, words]) => [language, new Set(words.split(' '))],
);

/**
 * Tells a language by its script, else by the little words that every sentence has. nlp.js's own guesser counts groups
 * of three letters, which takes a paragraph: it takes "Où est ma commande ?" for Portuguese, and throws on Russian when
 * it is told which languages to expect.
 */
export function createLanguageGuesser(): LanguageGuesser {
  return {
    guess(text) {
      const head = text.slice(0, LOOKED_AT).replace(ADDRESSES, ' ');
      return byScript(head) ?? byWords(head.toLowerCase());
    },
  };
}

/** A name or a brand in another script does not make a sentence of it: a third of the letters must be of the script. */
function byScript(text: string): string | null {
  const letters = text.match(LETTER)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    const found = text.match(script)?.length ?? 0;
    const telling = language === 'uk' || language === 'fa';
    if (found > 0 && (telling || found * 3 >= letters)) return language;
  }
  return null;
}

function byWords(text: string): string | null {
  const words = text.match(WORD) ?? [];
  const scores = WORDS.map(([language, known]) => {
    const bonus = LETTERS.some(([letters, of]) => of === language && letters.test(text)) ? 1 : 0;
    return { language, score: bonus + words.filter((word) => known.has(word.replace('’', "'"))).length };
  }).sort((first, second) => second.score - first.score);
  const [best, second] = scores;
  if (best === undefined || best.score === 0 || best.score === second?.score) return null;
  // In a long text one little word is chance.
  return best.score * 6 >= words.length ? best.language : null;
}
