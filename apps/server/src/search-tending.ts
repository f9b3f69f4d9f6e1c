import type { Log, SearchStore } from '@solodesk/core';
import { startTending } from './tending.ts';
import type { Tending } from './tending.ts';

/** One slice of work, between the turns of the chats. Milliseconds. */
const SLICE_MS = 8;
/** Until somebody looks again when all is done: what is newer is read as it is, which is little. */
const REST_MS = 1_000;

/** Keeps the search's index up to date behind the chats. */
export function startSearchTending(store: Pick<SearchStore, 'tendSearch'>, log: Log): Tending {
  return startTending({
    ...{ work: () => store.tendSearch(SLICE_MS), restMs: REST_MS, log },
    failure: 'the search index could not be brought up to date; it is tried again',
  });
}
