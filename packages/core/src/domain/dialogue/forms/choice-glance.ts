import { simplify } from '../../words/simplify.ts';
import { WordSpotter } from '../../words/word-spotter.ts';
import type { FormBook } from './form-book.ts';
import { choiceWords } from './read-slot-choice.ts';

/** What `plainWords` changes inside a text: what stands between these stays as it is. */
const CHANGED = /[\s'’‘,，、]+/;

/** Put together once for each reading of a site. */
const known = new WeakMap<FormBook, WordSpotter>();

/**
 * Whether a message may mean a choice of any form that is begun by an intent: false means that it means none (`mayChoose` is false for
 * each of their slots). One pass over the message, as every one gets it, before anything is made plain.
 */
export function mayNameChoice(book: FormBook, text: string): boolean {
  let spotter = known.get(book);
  if (spotter === undefined) known.set(book, (spotter = new WordSpotter(signsOf(book))));
  return spotter.isIn(simplify(text).toLowerCase());
}

/** Of each choice's words the longest part that a message has as it is: of "too small" the second word. */
function* signsOf({ byIntent }: FormBook): Generator<string> {
  for (const { slots } of new Set(byIntent.values())) {
    for (const { choices } of slots) {
      for (const choice of choices) for (const word of choiceWords(choice)) yield longestPart(word);
    }
  }
}

function longestPart(word: string): string {
  return word.split(CHANGED).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
