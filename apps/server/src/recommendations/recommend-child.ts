/** The program of the process that learns what to recommend: one request over IPC, one answer, and it exits. */
import { trainNeighbours } from '@solodesk/recommender';
import type { NeighbourRequest } from './neighbour-trainer.ts';

process.once('message', ({ interactions, now }: NeighbourRequest) => {
  const neighbours = trainNeighbours(interactions, now);
  // A parent that has gone is told nothing.
  if (process.connected) process.send?.(neighbours, () => process.disconnect());
});
