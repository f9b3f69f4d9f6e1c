import { feedbackOfRemark } from '@solodesk/core';
import type { Remark, Store } from '@solodesk/core';

export type RemarkStore = Pick<Store, 'eventsAfter' | 'feedbackByKeys'>;

/** What was said, as it is now; null where it was erased, or its words were too old to be kept. */
export async function remarkText(store: RemarkStore, site: string, remark: Remark): Promise<string | null> {
  const key = feedbackOfRemark(remark);
  if (key !== null) return (await store.feedbackByKeys(site, [key]))[0]?.text || null;
  const [event] = await store.eventsAfter(site, remark - 1, 1);
  return event?.id === remark && event.entry.type === 'visitor_message' ? event.entry.text : null;
}
