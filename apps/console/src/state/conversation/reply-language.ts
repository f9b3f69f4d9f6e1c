import type { ConversationSummary, Locale } from '../wire-types.ts';

/** Fewer letters than these are a name, a word that both understand, or not yet a sentence. */
const LETTERS = 8;
const CHARACTERS = 3;
const ADDRESS = /\S*[@/]\S*/g;

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/** The language of a sentence; null where there is too little to tell. Addresses and links tell nothing. */
function languageOfSentence(text: string): Locale | null {
  const words = text.replace(ADDRESS, ' ');
  const [characters, letters] = [count(words, /\p{Script=Han}/gu), count(words, /\p{Script=Latin}/gu)];
  if (characters >= CHARACTERS && characters * 3 > letters) return 'zh';
  return characters === 0 && letters >= LETTERS ? 'en' : null;
}

/**
 * The language that a visitor speaks, where a reply to their last message is in the other one; null: it fits, or nobody can tell. What
 * they wrote and what their page speaks must agree: an interface alone says little of who reads it.
 */
export function languageMissed(
  reply: string,
  { preview, previewFrom, visitor }: Pick<ConversationSummary, 'preview' | 'previewFrom' | 'visitor'>,
): Locale | null {
  if (previewFrom !== 'visitor') return null;
  const ours = languageOfSentence(reply);
  if (ours === null || ours === visitor.locale) return null;
  return languageOfSentence(preview) === visitor.locale ? visitor.locale : null;
}
