import { StopwordsEn } from '@nlpjs/lang-en';
import type { Locale } from '@solodesk/core';
import { foldText } from '../text/fold-text.ts';
import { stemOf, unitsOf } from '../text/units.ts';

/** A word that says what is wanted. */
export interface ContentTerm {
  /** As it stands in the text, folded; for Chinese a pair of characters. */
  word: string;
  stem: string;
}

/** Pieces are short enough for `foldText` and `unitsOf`, which look at the beginning of a text only. */
const PIECE = /[^.!?;:。！？；：\n]{1,180}/gu;

const stopwords = new StopwordsEn();
/** Words of asking, beside nlp.js's list of words that carry no meaning. */
const ASKING = new Set(
  'please want need help know thing things something anything tell show ok okay hi hello thanks thank does just not no yes will shall may use used using one two three once twice else more again still way much many'.split(
    ' ',
  ),
);

/** The same in Chinese, longest first; what is left between them are words. */
const ASKING_ZH =
  /怎么样|怎么办|为什么|是不是|能不能|会不会|有没有|可不可以|请问一下|请问|怎么|怎样|如何|什么|多少|哪里|哪儿|哪个|我们|你们|您们|他们|可以|一下|一个|这个|那个|需要|应该|如果|或者|[我你您他她它的了吗呢吧啊呀请想要能会是有没不在和与还就都也很太几这那把被给让到]/gu;
export const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_RUN = /[a-z]{2,32}/g;

/** The words of a text without those of asking, in order; repeats are left in. */
export function contentTerms(text: string, locale: Locale): ContentTerm[] {
  return piecesOf(text).flatMap((piece) => (locale === 'zh' ? chineseTerms(piece) : englishTerms(piece)));
}

/** The words under which a text is found: in Chinese each character as well, for whoever asks with a single one. */
export function findableTerms(text: string, locale: Locale): ContentTerm[] {
  const terms = contentTerms(text, locale);
  if (locale !== 'zh') return terms;
  const characters = piecesOf(text).flatMap((piece) => (piece.match(HAN_RUN) ?? []).flatMap((run) => [...run]));
  return [...terms, ...characters.map((word) => ({ word, stem: word }))];
}

function piecesOf(text: string): string[] {
  return (text.match(PIECE) ?? []).map((piece) => foldText(piece));
}

function englishTerms(folded: string): ContentTerm[] {
  return unitsOf(folded, 'en')
    .filter((word) => !stopwords.isStopword(word) && !ASKING.has(word) && word.length > 1)
    .map((word) => ({ word, stem: stemOf(word, 'en') }));
}

function chineseTerms(folded: string): ContentTerm[] {
  const runs = folded.replace(ASKING_ZH, ' ').match(HAN_RUN) ?? [];
  const pairs = runs.flatMap((run) => {
    const characters = [...run];
    return characters.length === 1 ? characters : characters.slice(1).map((next, at) => `${characters[at]}${next}`);
  });
  const latin = folded.match(LATIN_RUN) ?? [];
  return [...pairs, ...latin].map((word) => ({ word, stem: word }));
}
