import { StemmerEn, TokenizerEn } from '@nlpjs/lang-en';

/** Longer ones are no words, and are cut. */
const MAX_WORD_UNITS = 32;

/** What is typed without its apostrophe, and what nlp.js leaves of "can't" and "won't". */
const SPELLED_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['dont', ['do', 'not']],
  ['doesnt', ['does', 'not']],
  ['didnt', ['did', 'not']],
  ['isnt', ['is', 'not']],
  ['wasnt', ['was', 'not']],
  ['arent', ['are', 'not']],
  ['hasnt', ['has', 'not']],
  ['havent', ['have', 'not']],
  ['cant', ['can', 'not']],
  ['couldnt', ['could', 'not']],
  ['wont', ['will', 'not']],
  ['ca', ['can']],
  ['wo', ['will']],
  ['whats', ['what', 'is']],
  ['wheres', ['where', 'is']],
  ['hows', ['how', 'is']],
  ['im', ['i', 'am']],
  ['ive', ['i', 'have']],
  ['u', ['you']],
  ['ur', ['your']],
  ['r', ['are']],
  ['pls', ['please']],
  ['plz', ['please']],
  ['thx', ['thanks']],
  ['cannot', ['can', 'not']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
]);

const NOT_IN_WORDS = /[^\p{L}\p{N}' ]+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
const NUMBER = /^\d+$/;

const tokenizer = new TokenizerEn();
const stemmer = new StemmerEn();

/**
 * The words of a folded text, by nlp.js's English tokenizer.
 * @param limit of tokens, before contractions are written out
 */
export function englishWords(folded: string, limit: number): string[] {
  const words: string[] = [];
  // Without an apostrophe the tokenizer would only split; its dozen of replacements take longer than all the rest of a prediction.
  const plain = folded.includes("'") ? null : folded.match(WORDS);
  if (!folded.includes("'") && plain === null) return words;
  for (const token of plain ?? tokenizer.innerTokenize(folded.replace(NOT_IN_WORDS, ' '))) {
    if (words.length >= limit) break;
    const spelledOut = SPELLED_OUT.get(token);
    if (spelledOut) words.push(...spelledOut);
    else words.push(token.length > MAX_WORD_UNITS ? token.slice(0, MAX_WORD_UNITS) : token);
  }
  return words;
}

/** Words of which the stem is remembered; sentences never are. */
const REMEMBERED_WORDS = 2_000;
/** Engines keep a longer piece of a string as a view of the whole, which would keep the visitor's message in memory. */
const REMEMBERED_UNITS = 12;
/** A number hardly ever comes back: remembered, each customer's own would push the words out. */
const HAS_DIGIT = /\d/;
const remembered = new Map<string, string>();

/** A word's stem; every number has the same one, as which number it is says nothing about what is wanted. */
export function englishStem(word: string): string {
  const before = remembered.get(word);
  if (before !== undefined) return before;
  if (NUMBER.test(word)) return '0';
  stemmer.setCurrent(word);
  stemmer.innerStem();
  const stem = stemmer.getCurrent().trim();
  if (word.length > REMEMBERED_UNITS || HAS_DIGIT.test(word)) return stem;
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, stem);
  return stem;
}
