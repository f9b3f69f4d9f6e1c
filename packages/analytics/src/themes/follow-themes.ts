import type { Themes } from './find-themes.ts';
import { centresOf } from './theme-centres.ts';
import { isOrigin, squaredDistance } from './points.ts';
import type { Points } from './points.ts';
import { spread } from './spread.ts';

/** A theme as it was found before, by some of its messages. */
export interface RememberedTheme {
  readonly id: string;
  /** Messages that were about it, cleaned. */
  readonly sample: readonly string[];
  /** How many there were. */
  readonly size: number;
  /** `held` by the owner, who gave it a name or pinned it; `live` in the last run; or `dormant` since. */
  readonly state: 'held' | 'live' | 'dormant';
}

/** Of both ways of looking at it, the harmonic mean has to be so much. */
const SAME = 0.4;
/** What the owner holds on to is taken first where two fit alike, then what was there the last time. */
const PREFERENCE = { held: 1.25, live: 1.1, dormant: 1 } as const;
/** So little further is as near (squared): of two that were remembered of the same theme neither takes the other's messages. */
const ALIKE = 1.15;
/** Messages of a new theme that are looked at. */
const LOOKED_AT = 200;

/**
 * Which of the remembered themes each new theme is: the one of whose messages most fall into the new theme now, and of all that were remembered
 * lies nearest to most of the new theme's messages. Both ways are needed: without the second one a theme that is gone lives on in whatever swallowed its
 * messages. The best pairs first (greedy: with a threshold this high it takes the pairs of the Hungarian method); the same rows give the same pairs.
 * @param groups the messages of each new theme
 * @returns ids by new theme; null: it was not there before
 */
export function followThemes(
  found: Pick<Themes, 'assign' | 'pointsOf'>,
  groups: readonly (readonly string[])[],
  remembered: readonly RememberedTheme[],
): (string | null)[] {
  const ids = groups.map((): string | null => null);
  const known = remembered.filter(({ sample }) => sample.length > 0);
  if (known.length === 0) return ids;
  const centres = centresOf(
    found,
    known.map(({ sample }) => sample),
  );
  const forward = known.map(({ sample }) => shares(found.assign(sample), groups.length));
  const backward = groups.map((texts) => nearestShares(found.pointsOf(spread(texts, LOOKED_AT)), centres));
  const pairs = known.flatMap((theme, before) =>
    groups.flatMap((_, now) => {
      const [there, back] = [forward[before]![now]!, backward[now]![before]!];
      const alike = there + back === 0 ? 0 : (2 * there * back) / (there + back);
      return alike < SAME ? [] : [{ before, now, score: alike * PREFERENCE[theme.state] }];
    }),
  );
  pairs.sort(
    (one, other) =>
      other.score - one.score ||
      known[other.before]!.size - known[one.before]!.size ||
      one.before - other.before ||
      one.now - other.now,
  );
  const taken = new Set<number>();
  for (const { before, now } of pairs) {
    if (taken.has(before) || ids[now] !== null) continue;
    taken.add(before);
    ids[now] = known[before]!.id;
  }
  return ids;
}

function shares(labels: Int32Array, count: number): number[] {
  const sums = new Array<number>(count).fill(0);
  for (const label of labels) if (label >= 0) sums[label]!++;
  return sums.map((sum) => sum / labels.length);
}

/** Of some points, which share lies nearest to each centre. */
function nearestShares(points: Points, centres: Points): number[] {
  const told = Array.from({ length: points.count }, (_, at) => at).filter((at) => !isOrigin(points, at));
  const sums = new Array<number>(centres.count).fill(0);
  for (const at of told) {
    const distances = sums.map((_, centre) => squaredDistance(points, at, centres, centre));
    const most = Math.min(...distances) * ALIKE;
    distances.forEach((distance, centre) => {
      if (distance <= most) sums[centre]!++;
    });
  }
  return sums.map((sum) => (told.length === 0 ? 0 : sum / told.length));
}
