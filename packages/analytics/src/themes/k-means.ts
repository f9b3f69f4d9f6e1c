import { nearest, squaredDistance } from './points.ts';
import type { Points } from './points.ts';

export interface Clustering {
  readonly centres: Points;
  /** By point. */
  readonly labels: Int32Array;
  /** Sum of the squared distances to the centres. */
  readonly inertia: number;
}

export interface KMeansOptions {
  readonly k: number;
  /** Numbers from 0 to 1. */
  readonly random: () => number;
  readonly starts?: number;
  readonly rounds?: number;
  /** Where one more start begins. */
  readonly from?: Points;
}

/** k-means with the seeding of Arthur and Vassilvitskii (k-means++, 2007), the best of several starts. @param points at least `k` */
export function kMeans(points: Points, { k, random, starts = 4, rounds = 40, from }: KMeansOptions): Clustering {
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start++) {
    const found = oneStart(points, seeds(points, k, random), rounds);
    if (best === null || found.inertia < best.inertia) best = found;
  }
  if (from !== undefined) {
    const found = oneStart(points, { ...from, numbers: from.numbers.slice() }, rounds);
    if (best === null || found.inertia < best.inertia) best = found;
  }
  return best!;
}

function oneStart(points: Points, centres: Points, rounds: number): Clustering {
  const { count, width, numbers } = points;
  const k = centres.count;
  const labels = new Int32Array(count).fill(-1);
  const sizes = new Int32Array(k);
  let inertia = 0;
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    inertia = 0;
    const sums = new Float64Array(k * width);
    sizes.fill(0);
    for (let point = 0; point < count; point++) {
      const { centre, distance } = nearest(points, point, centres);
      if (labels[point] !== centre) moved++;
      labels[point] = centre;
      inertia += distance;
      sizes[centre]!++;
      for (let at = 0; at < width; at++) sums[centre * width + at]! += numbers[point * width + at]!;
    }
    for (let centre = 0; centre < k; centre++) {
      // One that nobody is near to stays where it is.
      if (sizes[centre] === 0) continue;
      for (let at = 0; at < width; at++)
        centres.numbers[centre * width + at] = sums[centre * width + at]! / sizes[centre]!;
    }
    if (moved === 0) break;
  }
  return { centres, labels, inertia };
}

/** Each further centre is a point, drawn by its squared distance to those that are there. */
function seeds(points: Points, k: number, random: () => number): Points {
  const { count, width, numbers } = points;
  const centres: Points = { count: k, width, numbers: new Float64Array(k * width) };
  const distances = new Float64Array(count).fill(Infinity);
  let drawn = Math.min(count - 1, Math.floor(random() * count));
  for (let centre = 0; centre < k; centre++) {
    centres.numbers.set(numbers.subarray(drawn * width, (drawn + 1) * width), centre * width);
    let sum = 0;
    for (let point = 0; point < count; point++) {
      const distance = squaredDistance(points, point, centres, centre, distances[point]);
      if (distance < distances[point]!) distances[point] = distance;
      sum += distances[point]!;
    }
    let left = random() * sum;
    drawn = 0;
    while (drawn < count - 1 && (left -= distances[drawn]!) > 0) drawn++;
  }
  return centres;
}
