import type { Like } from '../matrix/likes.ts';

/** One item that a user has had to do with. */
export interface Encounter {
  readonly item: number;
  /** Of a liked item how much, more than 0; 0 where it is known and not liked. */
  readonly weight: number;
}

/** How a history is read. */
export interface Reading {
  /** What is known and not liked counts so much: also that tells tastes apart. */
  readonly known: number;
  /** After so many later ones a thing counts half. Infinity: all count alike. */
  readonly halfLife: number;
}

export const PLAIN: Reading = { known: 0, halfLife: Infinity };

/** @param encounters the oldest first, an item at most once */
export function readHistory(encounters: readonly Encounter[], { known, halfLife }: Reading): Like[] {
  const likes: Like[] = [];
  encounters.forEach(({ item, weight }, at) => {
    const counted = (weight > 0 ? weight : known) * 2 ** (-(encounters.length - 1 - at) / halfLife);
    if (counted > 0) likes.push({ item, weight: counted });
  });
  return likes;
}

/** What came before the last thing that a user liked, and that thing; null where nothing was liked before it. */
export function beforeLastLiked(
  history: readonly Encounter[],
): { before: readonly Encounter[]; target: number } | null {
  let last = history.length - 1;
  while (last > 0 && history[last]!.weight === 0) last--;
  const before = history.slice(0, Math.max(0, last));
  return before.some(({ weight }) => weight > 0) ? { before, target: history[last]!.item } : null;
}
