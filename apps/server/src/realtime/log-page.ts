import type { ConversationStore, StoredEvent } from '@solodesk/core';
import type { OwnerUp } from '@solodesk/protocol/owner';
import { MAX_PAGE_BYTES, MAX_PAGE_EVENTS } from '@solodesk/protocol/visitor';

/**
 * One page of a conversation's log, ascending: its newest events, those before or after a `seq`, or those around it. A page around a
 * `seq` has that event in it, if it is there, and halves what a page may hold between its two sides.
 */
export async function readPage(
  store: Pick<ConversationStore, 'readLog'>,
  key: number,
  { before, after, around }: Pick<OwnerUp['open'], 'before' | 'after' | 'around'>,
): Promise<StoredEvent[]> {
  if (around === undefined) {
    const slice = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    return store.readLog(key, { ...slice, limit: MAX_PAGE_EVENTS, maxBytes: MAX_PAGE_BYTES });
  }
  const half = { limit: MAX_PAGE_EVENTS / 2, maxBytes: MAX_PAGE_BYTES / 2 };
  const until = await store.readLog(key, { ...half, before: around + 1 });
  return [...until, ...(await store.readLog(key, { ...half, after: around }))];
}
