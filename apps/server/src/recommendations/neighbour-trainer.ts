import type { Log } from '@solodesk/core';
import { ChildJob } from '@solodesk/nlu';
import type { Interaction, Neighbours } from '@solodesk/recommender';

export interface NeighbourRequest {
  interactions: readonly Interaction[];
  /** UTC milliseconds. */
  now: number;
}

/** Learns what goes with what; null where it failed, which has been told. */
export type NeighbourTrainer = (request: NeighbourRequest) => Promise<Neighbours | null>;

const TRAINED_WITHIN_MS = 5 * 60_000;

/** Learns in a process of its own at the lowest priority, so that chats never wait for it. */
export function childTrainer(script: string, log: Log): NeighbourTrainer {
  return async (request) => {
    const end = await new ChildJob<NeighbourRequest, Neighbours>(script, log, 'gentle').run(request, TRAINED_WITHIN_MS);
    if (end.ok && end.answer !== undefined) return end.answer;
    log.error(
      { reason: end.ok ? 'its process ended without a word' : end.reason },
      'what to recommend was not learned',
    );
    return null;
  };
}
