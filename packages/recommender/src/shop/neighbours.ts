import { interactionWeight } from '../interaction.ts';
import type { Interaction } from '../interaction.ts';
import { chooseMix } from '../models/choose-mix.ts';
import type { Encounter } from '../models/history.ts';
import { fitParts } from '../models/mix.ts';
import type { MixSettings } from '../models/mix.ts';

/** So many items are kept for each: what is further is never shown. */
const KEPT = 60;

/** By item what goes with it best and how well, from 0 to 1. Plain data: it passes from the process that trains to the one that answers. */
export interface Neighbours {
  readonly of: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly settings: MixSettings;
}

/** Learns what goes with what by the mix of models. @param now UTC milliseconds, from which interactions are old */
export function trainNeighbours(interactions: readonly Interaction[], now: number): Neighbours {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const users = new Map<string, Map<number, number>>();
  for (const row of [...interactions].sort((one, other) => one.at - other.at)) {
    const weight = interactionWeight(row, now);
    if (weight === 0) continue;
    let item = numbers.get(row.item);
    if (item === undefined) {
      numbers.set(row.item, (item = ids.length));
      ids.push(row.item);
    }
    const history = users.get(row.user) ?? new Map<number, number>();
    users.set(row.user, history);
    history.set(item, Math.max(weight, history.get(item) ?? 0));
  }
  const histories = [...users.values()].map((history) =>
    [...history].map(([item, weight]): Encounter => ({ item, weight })),
  );
  const settings = chooseMix(histories, ids.length);
  const mix = fitParts(histories, ids.length, settings).mix(settings);
  const scores = new Float64Array(ids.length);
  const of = ids.map((id, item): [string, Map<string, number>] => {
    mix.score([{ item, weight: 1 }], scores);
    const best = [...scores.keys()].filter((other) => other !== item && scores[other]! > 0);
    best.sort((one, other) => scores[other]! - scores[one]! || one - other);
    const most = scores[best[0] ?? item]!;
    return [id, new Map(best.slice(0, KEPT).map((other) => [ids[other]!, scores[other]! / most]))];
  });
  return { of: new Map(of), settings };
}
