import { simplify } from './simplify.ts';

/** What has to be replaced in words to make them plain, besides their end: many messages have none of it. */
const ODD = /[’‘,，、]|\s\s|[^\S ]/;
/** Marks at the end that say nothing. */
const END_MARKS = ' .!?。！？~～…';

/** Lower case, straight apostrophes, simplified characters, one space where there are several or commas, no marks at the end. */
export function plainWords(words: string): string {
  const lower = simplify(words).toLowerCase();
  const plain = ODD.test(lower) ? lower.replace(/[’‘]/g, "'").replace(/[\s,，、]+/g, ' ') : lower;
  let end = plain.length;
  while (end > 0 && END_MARKS.includes(plain.charAt(end - 1))) end -= 1;
  return plain.slice(0, end).trimStart();
}
