/** A text as search compares it, and where each of its characters stands in the original. */
export interface FoldedText {
  readonly text: string;
  /** Index in the original of each UTF-16 unit, with the original's length at the end; null where nothing moved. */
  readonly places: readonly number[] | null;
}

/** ASCII, CJK ideographs and their punctuation: lower case is all that folding does to them, in place. */
const MOVES = /[^\u0000-\u007f\u3001-\u3020\u4e00-\u9fff]/;
const MARKS = /\p{M}+/gu;

/**
 * Lower case, without accents, compatibility forms (full width, ligatures, ㎏) as their plain letters: what people type for
 * what others wrote. Done a character at a time, so that a place in the result leads back to one in the original.
 */
export function foldForSearch(original: string): FoldedText {
  if (!MOVES.test(original)) return { text: original.toLowerCase(), places: null };
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = character.normalize('NFKD').replace(MARKS, '').toLowerCase();
    for (let unit = 0; unit < folded.length; unit++) places.push(at);
    text += folded;
    at += character.length;
  }
  places.push(at);
  return { text, places };
}
