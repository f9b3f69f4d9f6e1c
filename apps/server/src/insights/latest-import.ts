import type { BatchStore } from '@solodesk/core';

/** Newest first; an older one that ends later than all of these is not to be expected. */
const LOOKED_AT = 20;
/** An import that has not ended after so long was broken off. Milliseconds. */
const BROKEN_OFF_MS = 30 * 60_000;

export interface LatestImport {
  /** When one has ended or was taken back last, with rows that are others now; 0: none. UTC milliseconds. */
  readonly at: number;
  /** Whether one is coming in just now. */
  readonly isRunning: boolean;
}

/** What files have brought in, from whichever program: figures of days that were worked through before may be others by it. */
export async function latestImport(
  store: Pick<BatchStore, 'batches'>,
  site: string,
  now: number,
): Promise<LatestImport> {
  const batches = await store.batches(site, LOOKED_AT);
  const changing = batches.filter(({ counts }) => counts.new + counts.changed > 0);
  return {
    at: Math.max(0, ...changing.map(({ finishedAt, undoneAt }) => Math.max(finishedAt ?? 0, undoneAt ?? 0))),
    isRunning: batches.some(({ finishedAt, startedAt }) => finishedAt === null && now - startedAt < BROKEN_OFF_MS),
  };
}
