import { beginHash, endHash, extendHash } from './text-hash.ts';

const BLANK = 0x20;

/**
 * Calls `add` with the hash of each run of `shortest` to `longest` UTF-16 units inside one word, a blank before and after it counting as
 * units, so that `^re` and `re` differ. They carry over typing mistakes and endings, and in Chinese they are the words.
 * A word is looked at whole if it and its blanks are shorter than `shortest`.
 */
export function characterGrams(
  kind: number,
  word: string,
  shortest: number,
  longest: number,
  add: (hash: number) => void,
): void {
  const length = word.length + 2;
  const last = Math.max(0, length - shortest);
  for (let start = 0; start <= last; start += 1) {
    let hash = beginHash(kind);
    const end = Math.min(length, start + longest);
    for (let at = start; at < end; at += 1) {
      const unit = at === 0 || at === length - 1 ? BLANK : word.charCodeAt(at - 1);
      hash = extendHash(hash, unit);
      if (at - start + 1 >= shortest || (start === 0 && at === length - 1)) add(endHash(hash));
    }
  }
}
