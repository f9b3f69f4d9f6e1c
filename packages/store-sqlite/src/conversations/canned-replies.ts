import type { CannedReply, CannedReplyStore } from '@solodesk/core';
import { keptRows } from '../kept-rows.ts';

export function createCannedReplyStore(on: Parameters<typeof keptRows>[0]): CannedReplyStore {
  const { all, put, drop } = keptRows<CannedReply, 'texts'>(on, 'canned_reply', 'texts');
  return { cannedReplies: all, putCannedReply: put, dropCannedReply: drop };
}
