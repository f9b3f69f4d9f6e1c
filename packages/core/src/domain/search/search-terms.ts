import { foldForSearch } from './search-fold.ts';

/**
 * A run of letters of one kind.
 *
 * - `signs`: scripts that put no spaces between words (Chinese, Japanese, Korean, Thai); found anywhere in a sentence.
 * - `digits`: from three on found anywhere, as people know an order or a telephone by its last digits; fewer at the start only.
 * - `word`: everything else; found at the start of a word, so that "refund" finds "refunded" and "art" no "party".
 */
export interface SearchPiece {
  readonly kind: 'signs' | 'digits' | 'word';
  /** As `foldForSearch` folds it. */
  readonly text: string;
}

const SIGN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]`;
const RUNS = new RegExp(String.raw`(${SIGN}+)|(\p{Nd}+)|((?:(?!${SIGN})\p{L})+)`, 'gu');

/** Of a word longer than this the rest is left to the comparison with the text. */
const LONGEST_PREFIX = 8;
const SHORTEST_PREFIX = 2;
/** Digits are indexed three at a time. */
const DIGITS = 3;
/** Most pieces of a question; what stands behind them is left out. */
const MOST_PIECES = 12;

/** @param folded by `foldForSearch`. */
function* runsOf(folded: string): Generator<SearchPiece> {
  for (const [text, signs, digits] of folded.matchAll(RUNS)) {
    yield { kind: signs !== undefined ? 'signs' : digits !== undefined ? 'digits' : 'word', text };
  }
}

/** What a question looks for: each of these. None when it asks for nothing that an index could find, as a single Latin letter. */
export function searchPieces(question: string): SearchPiece[] {
  const pieces = [...runsOf(foldForSearch(question).text)].slice(0, MOST_PIECES);
  return pieces.some((piece) => termsOfPiece(piece).length > 0) ? pieces : [];
}

/**
 * What a text is indexed by; each term once. Chinese by single signs and by pairs of neighbours, because FTS5's trigram
 * tokenizer finds no word of two signs and dictionaries cut words in places where people do not look for them (收|货|地址).
 * Words by their beginnings, so that what is being typed is one look-up, however large the index is.
 */
export function searchTerms(text: string): Set<string> {
  const terms = new Set<string>();
  // The same as `runsOf`, without an object for each run: an import does this for every word of it.
  RUNS.lastIndex = 0;
  const { text: folded } = foldForSearch(text);
  for (let match = RUNS.exec(folded); match !== null; match = RUNS.exec(folded)) {
    const [run, signs, digits] = match;
    if (signs !== undefined) {
      let before = '';
      for (const sign of run) {
        terms.add(sign);
        if (before !== '') terms.add(before + sign);
        before = sign;
      }
    } else if (digits !== undefined) {
      for (let length = 1; length < DIGITS && length <= run.length; length++) terms.add(run.slice(0, length));
      for (let at = 0; at + DIGITS <= run.length; at++) terms.add(run.slice(at, at + DIGITS));
    } else {
      const longest = Math.min(run.length, LONGEST_PREFIX);
      for (let length = SHORTEST_PREFIX; length <= longest; length++) terms.add(run.slice(0, length));
    }
  }
  return terms;
}

/** The terms that a text with this piece has; none where the piece is too short to be indexed. */
export function termsOfPiece({ kind, text }: SearchPiece): string[] {
  if (kind === 'word') return text.length < SHORTEST_PREFIX ? [] : [text.slice(0, LONGEST_PREFIX)];
  const units = kind === 'signs' ? [...text] : text.split('');
  const size = kind === 'signs' ? 2 : DIGITS;
  if (units.length < size) return [text];
  return units.slice(0, units.length - size + 1).map((_, at) => units.slice(at, at + size).join(''));
}
