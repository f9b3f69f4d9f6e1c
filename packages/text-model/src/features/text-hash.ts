/*
 * Features are known by a 32-bit hash of their kind and their UTF-16 units, never by a string: nothing is cut out of a text or kept of it, and
 * a model carries 4 bytes a feature (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009;
 * unlike there, hashes are not folded into few columns, so that of 100,000 features about one pair shares a column).
 */

/** FNV-1a's offset; a feature's hash begins with its kind. */
export function beginHash(kind: number): number {
  return Math.imul(0x811c9dc5 ^ kind, 0x01000193);
}

/** Takes one UTF-16 unit (or any other number) in. */
export function extendHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads the bits (the end of MurmurHash3), as FNV leaves texts of few letters close together. @returns an unsigned 32-bit number */
export function endHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The hash of a whole text as a feature of one kind. */
export function hashText(kind: number, text: string): number {
  let hash = beginHash(kind);
  for (let at = 0; at < text.length; at += 1) hash = extendHash(hash, text.charCodeAt(at));
  return endHash(hash);
}

/** The hash of a pair of features, in this order, as a feature of one kind. */
export function hashPair(kind: number, first: number, second: number): number {
  return endHash(extendHash(extendHash(beginHash(kind), first), second));
}
