import type { CannedReply } from '../domain/conversation/canned-reply.ts';
import type { CannedReplyStore } from '../ports/canned-reply-store.ts';
import { MemoryKept } from './memory-kept.ts';

export function createMemoryCannedReplies(): CannedReplyStore {
  const kept = new MemoryKept<CannedReply>();
  return {
    cannedReplies: async (site) => kept.all(site),
    putCannedReply: async (site, reply, most) => kept.put(site, reply, most),
    dropCannedReply: async (site, id) => kept.drop(site, id),
  };
}
