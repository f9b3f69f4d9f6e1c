import type { Clustering } from './k-means.ts';
import { pick, squaredDistance } from './points.ts';
import type { Points } from './points.ts';

/** A group of fewer texts is none: each goes where it fits next. */
const LEAST_SIZE = 3;
/** A group that lies so near to another one, on the average of its texts, hangs together by nothing: its texts fit no theme. */
const LEAST_SEPARATION = 0.015;

/** Where themes are, the largest first, and where none is though texts lie there. */
export interface KeptGroups {
  readonly themes: Points;
  /** Centres of what hangs together by nothing. */
  readonly loose: Points;
}

/** Dissolves tiny and incoherent groups; the largest stays in any case. @param points what was clustered */
export function keepGroups(points: Points, { centres, labels }: Clustering): KeptGroups {
  const sums = new Float64Array(centres.count);
  const sizes = new Int32Array(centres.count);
  labels.forEach((group, at) => {
    sizes[group]!++;
    sums[group]! += separation(points, at, group, centres);
  });
  const bySize = [...sizes.keys()].sort((one, other) => sizes[other]! - sizes[one]! || one - other);
  const large = bySize.filter((group) => sizes[group]! >= LEAST_SIZE);
  const isCoherent = (group: number) => centres.count === 1 || sums[group]! / sizes[group]! >= LEAST_SEPARATION;
  const coherent = large.filter(isCoherent);
  const kept = coherent.length > 0 ? coherent : bySize.slice(0, 1);
  const loose = large.filter((group) => !kept.includes(group));
  return { themes: pick(centres, kept), loose: pick(centres, loose) };
}

/** How much further the next centre is than the own one, from 0 to 1; below 0 where the next one is nearer. */
function separation(points: Points, at: number, own: number, centres: Points): number {
  const here = Math.sqrt(squaredDistance(points, at, centres, own));
  let next = Infinity;
  for (let other = 0; other < centres.count; other++) {
    if (other !== own) next = Math.min(next, Math.sqrt(squaredDistance(points, at, centres, other)));
  }
  return (next - here) / Math.max(next, here, 1e-12);
}
