import { kMeans } from './k-means.ts';
import { pick, squaredDistance } from './points.ts';
import type { Points } from './points.ts';

/** Of two neighbours the greater is about a fifth more. */
const CANDIDATES = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 40, 48, 58, 70, 84, 100];
/** A theme has so many messages at least, on the average. */
const LEAST_OF_THEME = 10;
/** The fewest themes that keep so much of the best separation are chosen: beyond, more themes only cut the same ones smaller. */
const ENOUGH = 0.86;
/** Where more themes keep less than this of the best separation, the best is a peak, and not only where chance begins. */
const PEAK = 0.9;
/** As many themes as the last time are kept where they separate messages nearly as well. */
const STAYS = 0.93;
/** Below this messages do not fall into groups at all. */
const SEPARATE = 0.05;
/** Messages that the choice looks at. */
const LOOKED_AT = 4_000;

/**
 * How many themes there are: clusters are found on one half of the messages, and it is measured how clearly the other half falls into them (the
 * simplified silhouette: how much further the second nearest centre is than the nearest). On messages that the clusters have not seen this stops to
 * rise where further clusters only describe chance. The smallest number that reaches 86 % of the most is chosen, or the best one where it falls again.
 */
export function chooseK(all: Points, random: () => number, usual: number | null = null): number {
  const { k, halves } = chosenK(all, random);
  if (usual === null || usual === k || usual < 1 || usual > Math.min(...halves.map(({ count }) => count))) return k;
  return separationWith(halves, usual, random) >= STAYS * separationWith(halves, k, random) ? usual : k;
}

function chosenK(all: Points, random: () => number): { k: number; halves: readonly [Points, Points] } {
  const step = Math.max(1, all.count / LOOKED_AT);
  const halves: [number[], number[]] = [[], []];
  for (let at = 0; at < all.count; at += step) halves[random() < 0.5 ? 0 : 1].push(Math.floor(at));
  const [one, other] = [pick(all, halves[0]), pick(all, halves[1])];
  const chosen = (k: number) => ({ k, halves: [one, other] as const });
  const most = Math.floor((one.count + other.count) / LEAST_OF_THEME);
  const tried: { k: number; separation: number }[] = [];
  for (const k of CANDIDATES) {
    if (k > most || k > Math.min(one.count, other.count)) break;
    const separation = separationWith([one, other], k, random);
    tried.push({ k, separation });
    if (hasSettled(tried)) break;
  }
  const best = Math.max(0, ...tried.map(({ separation }) => separation));
  if (best < SEPARATE) return chosen(1);
  const top = tried.findIndex(({ separation }) => separation === best);
  // Heaps that stand apart: each further cut goes through one of them, and shows.
  if (tried.slice(top + 1).some(({ separation }) => separation < PEAK * best)) return chosen(tried[top]!.k);
  return chosen(tried.find(({ separation }) => separation >= ENOUGH * best)!.k);
}

/** Nothing is gained any more over four steps. */
function hasSettled(tried: readonly { separation: number }[]): boolean {
  if (tried.length < 12) return false;
  const before = Math.max(...tried.slice(0, -4).map(({ separation }) => separation));
  return Math.max(...tried.slice(-4).map(({ separation }) => separation)) < before * 1.02;
}

function separationWith([one, other]: readonly [Points, Points], k: number, random: () => number): number {
  return (heldOut(one, other, k, random) + heldOut(other, one, k, random)) / 2;
}

function heldOut(learned: Points, asked: Points, k: number, random: () => number): number {
  const { centres } = kMeans(learned, { k, random, starts: 2, rounds: 15 });
  let sum = 0;
  for (let point = 0; point < asked.count; point++) sum += separationOf(asked, point, centres);
  return sum / asked.count;
}

/** From 0 (between two centres) to 1 (on one). */
function separationOf(points: Points, point: number, centres: Points): number {
  let [first, second] = [Infinity, Infinity];
  for (let centre = 0; centre < centres.count; centre++) {
    const distance = squaredDistance(points, point, centres, centre, second);
    if (distance < first) [first, second] = [distance, first];
    else if (distance < second) second = distance;
  }
  return second > 0 ? 1 - Math.sqrt(first / second) : 0;
}
