import { foldForSearch } from './search-fold.ts';
import type { SearchPiece } from './search-terms.ts';

/** From where to where (exclusive) something stands in a text; UTF-16 units, ascending, without overlap. */
export type TextRange = readonly [from: number, to: number];

/** Most ranges of one text. */
const MOST_RANGES = 50;
const LETTER = /[\p{L}\p{M}]/u;
const SIGN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
const DIGIT = /\p{Nd}/u;

/** Whether each piece stands in the text. */
export function holdsAll(text: string, pieces: readonly SearchPiece[]): boolean {
  const folded = foldForSearch(text).text;
  return pieces.every((piece) => placeOf(folded, piece, 0) !== -1);
}

/** Where any of the pieces stands in the text, in units of the original. */
export function rangesOf(text: string, pieces: readonly SearchPiece[]): TextRange[] {
  const folded = foldForSearch(text);
  const found: [number, number][] = [];
  for (const piece of pieces) {
    let at = placeOf(folded.text, piece, 0);
    while (at !== -1 && found.length < MOST_RANGES) {
      const end = at + piece.text.length;
      found.push(folded.places === null ? [at, end] : [folded.places[at] ?? 0, endIn(folded.places, end)]);
      at = placeOf(folded.text, piece, end);
    }
  }
  return joined(found);
}

/** Where the character after the one before `end` begins: a character that folds to several units is marked as a whole. */
function endIn(places: readonly number[], end: number): number {
  const last = places[end - 1] ?? 0;
  let next = end;
  while (next < places.length && places[next] === last) next++;
  return places[next] ?? last;
}

function placeOf(folded: string, piece: SearchPiece, from: number): number {
  let at = folded.indexOf(piece.text, from);
  while (at !== -1 && !mayBegin(folded, piece, at)) at = folded.indexOf(piece.text, at + 1);
  return at;
}

function mayBegin(folded: string, { kind, text }: SearchPiece, at: number): boolean {
  if (at === 0 || kind === 'signs') return true;
  const before = folded[at - 1] ?? '';
  if (kind === 'digits') return text.length >= 3 || !DIGIT.test(before);
  return !LETTER.test(before) || SIGN.test(before);
}

function joined(ranges: [number, number][]): TextRange[] {
  const result: [number, number][] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
