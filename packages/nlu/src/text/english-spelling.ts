import { englishVectors } from '../model/word-vectors.ts';
import { englishStem } from './english-words.ts';

/** Where British and American spelling part: what the British write, and what Americans write instead. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/grey/, 'gray'],
  [/our(?=$|s$|ed$|ing$|ful$|ite)/, 'or'],
  [/(?<=[bt])re(?=$|s$)/, 'er'],
  [/(?<=[a-z]{2}[a-z])is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, 'iz'],
  [/lys(?=(?:e|es|ed|ing)$)/, 'lyz'],
  [/ll(?=(?:ed|ing|er|ers|ery|ation)$)/, 'l'],
  [/ogue(?=s?$)/, 'og'],
  [/(?<=licen|defen|offen)ce/, 'se'],
  [/(?<=jewel)le(?=ry$)/, ''],
  [/tyre/, 'tire'],
  [/pyjama/, 'pajama'],
  [/aluminium/, 'aluminum'],
  [/cheque/, 'check'],
];

/** One of the 30,000 most frequent words of English. @param word in small letters, in any of its forms */
export function isEnglishWord(word: string): boolean {
  return englishVectors().find(word) >= 0;
}

/**
 * Whether two words, in whatever forms, are one that is spelled otherwise on each side of the ocean: "colours" and "color".
 * @param other may be a stem: `organis` of "organise"
 */
export function spelledAlike(word: string, other: string): boolean {
  const typed = american(word);
  return [other, `${other}e`].some((whole) => {
    const written = american(whole);
    // Of two that are spelled alike everywhere the stems have told already.
    return (typed !== word || written !== whole) && englishStem(typed) === englishStem(written);
  });
}

function american(word: string): string {
  return AMERICAN.reduce((spelled, [british, instead]) => spelled.replace(british, instead), word);
}
