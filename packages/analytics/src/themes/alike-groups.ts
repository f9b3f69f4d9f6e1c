import { averageLinkage, groupsAfter } from './average-linkage.ts';
import type { Join } from './average-linkage.ts';
import { kMeans } from './k-means.ts';
import { pick } from './points.ts';
import type { Points } from './points.ts';
import { spread } from './spread.ts';

/** Groups become one as long as their messages are so alike, on the average of all pairs (cosine); messages about nothing in common have about 0.03. */
const ALIKE = 0.13;
/** Around it, as many groups as the last time are looked for. */
const NEARLY_ALIKE = { least: 0.105, most: 0.155 };
/** Groups are looked for among so many points, evenly spread: the work grows with their square. */
const LOOKED_AT = 2_500;
/** A group of fewer messages is no theme; of many messages it has to have more of them: a quarter of the root of their number. */
const LEAST_SIZE = 3;
const leastSize = (count: number): number => Math.max(LEAST_SIZE, Math.sqrt(count) / 4);
/** What lies on a border goes to the nearer side: a few rounds do. */
const ROUNDS = 5;

/**
 * Where messages heap up, how many heaps there are being found out: groups are joined while they are alike on the average, then every message goes to
 * the nearest centre (k-means from there). One measure of likeness holds for 30 messages as for 20,000, where looking at a choice of k needs some
 * hundreds. @param points each at length 1, none at the origin
 * @param usual how many there were the last time
 * @returns the centres; none where there is no point
 */
export function alikeGroups(points: Points, usual: number | null = null): Points {
  const all = Array.from({ length: points.count }, (_, at) => at);
  const looked = pick(points, spread(all, LOOKED_AT));
  if (looked.count === 0) return looked;
  const joins = averageLinkage(looked);
  const groups = usual === null ? themesAfter(looked, joins, ALIKE) : asUsual(looked, joins, usual);
  const from = middles(looked, groups);
  return kMeans(points, { k: from.count, random: () => 0, starts: 0, rounds: ROUNDS, from }).centres;
}

function themesAfter(points: Points, joins: readonly Join[], alike: number): number[][] {
  const groups = groupsAfter(
    points.count,
    joins.filter(({ likeness }) => likeness >= alike),
  );
  const themes = groups.filter(({ length }) => length >= leastSize(points.count));
  return themes.length > 0 ? themes : groups.slice(0, 1);
}

/** The groups of that likeness, nearest to the one that is asked for, after which there are as many themes as the last time. */
function asUsual(points: Points, joins: readonly Join[], usual: number): number[][] {
  const fallback = themesAfter(points, joins, ALIKE);
  if (fallback.length === usual) return fallback;
  const between = joins
    .map(({ likeness }) => likeness)
    .filter((likeness) => likeness >= NEARLY_ALIKE.least && likeness <= NEARLY_ALIKE.most)
    .sort((one, other) => Math.abs(one - ALIKE) - Math.abs(other - ALIKE));
  for (const alike of between) {
    const groups = themesAfter(points, joins, alike);
    if (groups.length === usual) return groups;
  }
  return fallback;
}

function middles({ width, numbers }: Points, groups: readonly (readonly number[])[]): Points {
  const centres = new Float64Array(groups.length * width);
  groups.forEach((group, centre) => {
    for (const member of group) {
      for (let at = 0; at < width; at++) centres[centre * width + at]! += numbers[member * width + at]! / group.length;
    }
  });
  return { count: groups.length, width, numbers: centres };
}
