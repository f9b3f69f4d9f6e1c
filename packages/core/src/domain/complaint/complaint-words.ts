import { phraseFrom } from '../words/phrase.ts';
import type { Phrase } from '../words/phrase.ts';
import type { ComplaintSign } from './complaint-sign.ts';
import { ENGLISH_COMPLAINT_WORDS } from './complaint-words-en.ts';
import { CHINESE_COMPLAINT_WORDS } from './complaint-words-zh.ts';

/** The built-in words with what they say. */
export const COMPLAINT_WORDS: readonly (readonly [phrase: Phrase, sign: ComplaintSign])[] = [
  ENGLISH_COMPLAINT_WORDS,
  CHINESE_COMPLAINT_WORDS,
].flatMap((language) =>
  (Object.entries(language) as [ComplaintSign, readonly string[]][]).flatMap(([sign, words]) =>
    words.map((written) => [phraseFrom(written), sign] as const),
  ),
);
