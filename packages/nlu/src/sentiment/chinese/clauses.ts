import { simplify } from '@solodesk/core';
import type { Piece } from '../message-features.ts';
import { WordTable } from './word-table.ts';

/** A word that decides, its strength turned by a negator, scaled by a degree. The piece begins at the negator. */
export interface ChineseHit extends Piece {
  strength: number;
}

/** What stands between two punctuation marks. */
export interface Clause {
  start: number;
  end: number;
  praise: number;
  /** Not negative. */
  blame: number;
  /** 但是 and the like begin it. */
  turns: boolean;
  /** 虽然 and the like are in it. */
  concedes: boolean;
  asks: boolean;
}

export interface ChineseReading {
  /** The text as it was matched: simplified, half-width, lower case, of the original's length. */
  folded: string;
  clauses: Clause[];
  hits: ChineseHit[];
  exclamations: number;
}

/** Made for the first text: it takes 20 ms and more, which are no part of each start. */
let known: WordTable | undefined;
const ENDS = /[\s,.!?;:~…()[\]"“”‘’《》<>、。·\-—_/\\|]/;
const LATIN = /[a-z]/;
/** After so many words a negator is forgotten: 不知道为什么大家都说好. */
const REACH = 3;
/** Of a turned strength is left: 不漂亮 is not as bad as 难看, and 不坏 not as good as 好. */
const OF_PRAISE_NEGATED = -0.9;
const OF_BLAME_NEGATED = -0.6;
/** 不是很好: not bad either. */
const OF_DEGREE_NEGATED = -0.6;
const LONG_WORD = 1.1;

/** Same length as the text, so that places stay places. */
function foldChinese(text: string): string {
  return simplify(text.replace(/[\uff01-\uff5e\u3000]/g, halfWidth)).replace(/[A-Z]/g, (letter) =>
    letter.toLowerCase(),
  );
}

function halfWidth(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Reads a text word by word, the longest known one at each place. */
export function readChinese(text: string): ChineseReading {
  const table = (known ??= new WordTable());
  const folded = foldChinese(text);
  const reading: ChineseReading = { folded, clauses: [], hits: [], exclamations: 0 };
  let clause = emptyClause(0);
  let negatorAt = -1;
  let reach = 0;
  let degreeNegated = false;
  let scale = 1;
  let ownBlame: ChineseHit | null = null;
  // 一点都不 turns what follows; where nothing follows that it can turn, it is blame by itself.
  const forget = () => {
    negatorAt = -1;
    if (ownBlame === null) return;
    clause.blame -= ownBlame.strength;
    reading.hits.push(ownBlame);
    ownBlame = null;
  };
  const close = (at: number, next: number) => {
    forget();
    clause.end = at;
    if (at > clause.start) reading.clauses.push(clause);
    clause = emptyClause(next);
    scale = 1;
  };
  for (let at = 0; at < folded.length;) {
    const character = folded.charAt(at);
    if (ENDS.test(character)) {
      if (character === '!') reading.exclamations += 1;
      if (character === '?') clause.asks = true;
      close(at, at + 1);
      at += 1;
      continue;
    }
    const length = table.lengthAt(folded, at);
    if (length === 0) {
      // A Latin word is one word.
      let end = at + 1;
      if (LATIN.test(character)) while (end < folded.length && LATIN.test(folded.charAt(end))) end += 1;
      if (negatorAt >= 0 && (reach -= 1) < 0) forget();
      scale = 1 + (scale - 1) / 2;
      at = end;
      continue;
    }
    const { strength, mark } = table.get(folded.substr(at, length))!;
    if (mark?.kind === 'turns') {
      if (at > clause.start) close(at, at);
      clause.turns = true;
    } else if (mark?.kind === 'concedes') clause.concedes = true;
    else if (mark?.kind === 'asks') clause.asks = true;
    if (strength !== 0 && mark?.kind !== 'negates') {
      let pull = strength * scale * (length > 2 ? LONG_WORD : 1);
      if (negatorAt >= 0)
        pull *= degreeNegated ? OF_DEGREE_NEGATED : strength > 0 ? OF_PRAISE_NEGATED : OF_BLAME_NEGATED;
      if (pull > 0) clause.praise += pull;
      else clause.blame -= pull;
      reading.hits.push({ start: negatorAt >= 0 ? negatorAt : at, end: at + length, strength: pull });
      ownBlame = null;
      negatorAt = -1;
      scale = 1;
    } else if (mark?.kind === 'negates') {
      // 没有不满意: two of them cancel out, and 不满意 is a word of its own.
      const isSecond = negatorAt >= 0;
      forget();
      if (!isSecond) negatorAt = at;
      if (strength < 0) ownBlame = { start: at, end: at + length, strength: strength * scale };
      reach = REACH;
      degreeNegated = false;
    } else if (mark?.kind === 'scales') {
      scale = mark.by < 1 ? mark.by : Math.min(1.8, scale * mark.by);
      if (negatorAt >= 0 && mark.by > 1) degreeNegated = true;
    } else if (negatorAt >= 0 && (reach -= 1) < 0) forget();
    at += length;
  }
  close(folded.length, folded.length);
  return reading;
}

function emptyClause(start: number): Clause {
  return { start, end: start, praise: 0, blame: 0, turns: false, concedes: false, asks: false };
}
