import { hashText } from '@solodesk/text-model';
import type { Piece } from '../message-features.ts';
import { NEGATORS } from './marks.ts';

export type TokenKind = 'word' | 'number' | 'symbol' | 'asks' | 'exclaims' | 'pause' | 'handle' | 'link';

export interface Token extends Piece {
  kind: TokenKind;
  /** What it counts as: lower case, three equal letters or more made two, all numbers one, all links one. */
  norm: string;
  /** Of `norm`. */
  hash: number;
  /** Written in capitals, and longer than two letters. */
  shouted: boolean;
}

const WORD = 1;
const MOST_TOKENS = 400;
const LONGEST_WORD = 24;

const TOKEN =
  /(https?:\/\/\S+|www\.\S+)|@\w+|&\w{2,8};|<\/?[a-z][^<>]{0,80}>|[:;=8]['`]?-?[)(\][dDpP/\\|*oO3]+(?!\w)|<3|(\p{Extended_Pictographic})[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]*|([a-z]+(?:['’][a-z]+)*)|(\d+(?:[.,:]\d+)*)|([!?]+)|(\.{2,}|…)|[.,;:()]/giu;
const SQUEEZE = /([a-z])\1{2,}/g;
const CAMEL = /[a-z](?=[A-Z])/;

export const BEGIN_HASH = hashText(WORD, '<s>');
export const END_HASH = hashText(WORD, '</s>');

/** The tokens of a text, the first 400. HTML tags and entities are none; a hashtag in camel case is several words. */
export function englishTokens(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null && tokens.length < MOST_TOKENS; match = TOKEN.exec(text)) {
    const [all, link, emoji, word, number, marks, dots] = match;
    const start = match.index;
    if (word !== undefined) addWords(tokens, word, start);
    else if (link !== undefined) tokens.push(token('link', '<link>', start, all.length));
    else if (emoji !== undefined) tokens.push(token('symbol', emoji, start, all.length));
    else if (number !== undefined) tokens.push(token('number', '0', start, all.length));
    else if (marks !== undefined) {
      tokens.push(token(marks.includes('?') ? 'asks' : 'exclaims', marks.includes('?') ? '?' : '!', start, all.length));
    } else if (dots !== undefined) tokens.push(token('pause', '...', start, all.length));
    else if (all.startsWith('@')) tokens.push(token('handle', '<handle>', start, all.length));
    else if (/^[.,;:()]$/.test(all)) tokens.push(token('pause', '|', start, 1));
    else if (!/^[&]|^<\/?[a-z]/i.test(all)) tokens.push(token('symbol', all.toLowerCase(), start, all.length));
  }
  return tokens;
}

export function isNegator(norm: string): boolean {
  return NEGATORS.has(norm) || norm.endsWith("n't");
}

function token(kind: TokenKind, norm: string, start: number, length: number): Token {
  return { kind, norm, hash: hashText(WORD, norm), start, end: start + length, shouted: false };
}

function addWords(tokens: Token[], word: string, start: number): void {
  const inner = word.search(CAMEL);
  // NeverAgain and DoNotBuy; an iPhone stays one word.
  if (inner > 1) {
    addWords(tokens, word.slice(0, inner + 1), start);
    addWords(tokens, word.slice(inner + 1), start + inner + 1);
    return;
  }
  let norm = word.toLowerCase().replace('’', "'").replace(SQUEEZE, '$1$1');
  if (norm.length > LONGEST_WORD) norm = norm.slice(0, LONGEST_WORD);
  const made = token('word', norm, start, word.length);
  made.shouted = word.length > 2 && word === word.toUpperCase();
  tokens.push(made);
}
