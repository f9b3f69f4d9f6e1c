import type { Encounter } from '../models/history.ts';

export interface TasteOptions {
  users: number;
  items: number;
  /** Of all users together, about. */
  interactions: number;
  /** Numbers from 0 to 1. */
  random: () => number;
}

const TASTES = 8;

/**
 * What people with tastes of eight kinds take from a shelf on which few things are known to all (Zipf) and most to few. Tastes drift: of two
 * neighbours in a history the later one says more of what comes next. One in four is known and not liked.
 */
export function generateTastes({ users, items, interactions, random }: TasteOptions): Encounter[][] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const vector = () => Float64Array.from({ length: TASTES }, normal);
  const kinds = Array.from({ length: items }, vector);
  const fame = Float64Array.from({ length: items }, (_, item) => -0.7 * Math.log(1 + item));
  return Array.from({ length: users }, () => {
    const taste = vector();
    const length = Math.max(2, Math.round((interactions / users) * Math.exp(0.8 * normal() - 0.32)));
    const seen = new Set<number>();
    const history: Encounter[] = [];
    while (history.length < Math.min(length, items / 4)) {
      const item = draw(taste, kinds, fame, random);
      if (seen.has(item)) continue;
      seen.add(item);
      history.push({ item, weight: random() < 0.25 ? 0 : 1 });
      for (let at = 0; at < TASTES; at++) taste[at] = 0.98 * taste[at]! + 0.2 * normal();
    }
    return history;
  });
}

/** The best of some that are drawn by their fame: near to a draw by exp(fame + taste), and quick. */
function draw(taste: Float64Array, kinds: readonly Float64Array[], fame: Float64Array, random: () => number): number {
  let best = 0;
  let most = -Infinity;
  for (let tried = 0; tried < 40; tried++) {
    const item = Math.floor(random() * kinds.length);
    let fit = fame[item]! - Math.log(-Math.log(1 - random()) + 1e-12);
    for (let at = 0; at < TASTES; at++) fit += 1.2 * taste[at]! * kinds[item]![at]!;
    if (fit > most) [best, most] = [item, fit];
  }
  return best;
}
