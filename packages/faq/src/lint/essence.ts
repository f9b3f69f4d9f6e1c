import { simplify } from '@solodesk/core';

/**
 * What is left of a sentence when case, width, accents' encoding, blanks, punctuation and emoji are taken away, and traditional characters are
 * simplified, as the bot reads them: two sentences of one essence are the same example to every reader ("Can't log in!" and "cant login"). Empty when there are no letters and digits in it.
 */
export function essence(text: string): string {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return simplify(bare);
}
