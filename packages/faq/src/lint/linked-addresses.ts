import type { Spoken } from './spoken.ts';
import type { Sentence } from './sentences.ts';

/**
 * Something in a text that is meant as an address: a scheme, also a misspelled one (`htp://`, `https:/`, `https//`), or
 * `www.`. It ends where the widget ends it: at blanks, quotes, brackets and Chinese text.
 */
const MEANT =
  /(?:\bh?t{1,2}ps?(?::[/\\]*|[/\\]{2})|\bmailto:|\bwww\.)[^\s<>"'`{}|^\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/gi;
const TAIL = /[.,;:!?*_~)\]]+$/;

/** All addresses under and in something that the bot says. */
export function addressesIn({ text, links }: Spoken): Sentence[] {
  const inText = Array.from(text.text.matchAll(MEANT), ([address]) => ({
    text: address.replace(TAIL, ''),
    path: text.path,
  }));
  return [...links.map(({ url }) => url), ...inText];
}
