import { Spelling } from '../text/spelling.ts';
import { soundAlike } from '../text/chinese-sounds.ts';
import { foldText } from '../text/fold-text.ts';
import { stemOf } from '../text/units.ts';
import { contentTerms } from './content-terms.ts';

/** A piece of a text; joined, the pieces are the text. */
export interface MarkedPiece {
  text: string;
  /** Whether it is something that was looked for. */
  marked: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const HAN = /\p{Script=Han}/u;
const MAX_QUERY_UNITS = 300;
/** Shorter ones are the beginning of too many words. */
const SHORTEST_BEGINNING = 3;

/** Finds again in a text what a search was about: words of the same stem, begun ones, and those that are one slip away. */
export function markMatches(text: string, query: string): MarkedPiece[] {
  const asked = query.slice(0, MAX_QUERY_UNITS);
  const marks = [...latinMarks(text, asked), ...chineseMarks(text, asked)].sort((a, b) => a.from - b.from);
  const pieces: MarkedPiece[] = [];
  let done = 0;
  for (const { from, to } of marks) {
    const last = pieces.at(-1);
    if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
    if (to <= done) continue;
    const added = text.slice(Math.max(from, done), to);
    // Pairs of characters overlap: together they are one word.
    if (last?.marked && from <= done) last.text += added;
    else pieces.push({ text: added, marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

interface Mark {
  from: number;
  to: number;
}

function latinMarks(text: string, query: string): Mark[] {
  const terms = contentTerms(query, 'en').filter(({ word }) => !HAN.test(word));
  if (terms.length === 0) return [];
  const stems = new Set(terms.map(({ stem }) => stem));
  const spelling = Spelling.of([...stems]);
  const last = terms.at(-1)?.word ?? '';
  const marks: Mark[] = [];
  for (const match of text.matchAll(WORD)) {
    if (HAN.test(match[0])) continue;
    const word = foldText(match[0]);
    const stem = stemOf(word, 'en');
    const begun = last.length >= SHORTEST_BEGINNING && word.startsWith(last);
    if (!stems.has(stem) && !begun && spelling.nearest(word, stem) < 0) continue;
    marks.push({ from: match.index, to: match.index + match[0].length });
  }
  return marks;
}

function chineseMarks(text: string, query: string): Mark[] {
  const words = new Set(contentTerms(query, 'zh').map(({ word }) => word));
  const marks: Mark[] = [];
  for (const word of words) {
    if (!HAN.test(word)) continue;
    const found = placesOf(word, text);
    const places = found.length > 0 ? found : placesByOneSlip(word, text);
    for (const at of places) marks.push({ from: at, to: at + word.length });
  }
  return marks;
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Where a pair of characters stands but for one that sounds alike: 退活 is meant as 退货. */
function placesByOneSlip(pair: string, text: string): number[] {
  const [first = '', second] = pair;
  if (second === undefined) return [];
  return [
    ...placesOf(first, text).filter((at) => soundAlike(text[at + first.length] ?? '', second)),
    ...placesOf(second, text)
      .map((at) => at - first.length)
      .filter((at) => at >= 0 && soundAlike(text.slice(at, at + first.length), first)),
  ];
}
