import { DeskError } from '../../domain/desk-error.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';

export async function markSeenByVisitor(desk: Desk, visitor: Visitor, seq: number): Promise<void> {
  const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  if (conversation === null || seq <= conversation.visitorSeenSeq) return;
  await mark(desk, conversation.key, 'visitor', Math.min(seq, conversation.lastSeq));
}

/** @throws DeskError `not_found`. */
export async function markSeenByOwner(desk: Desk, site: string, conversationId: string, seq: number): Promise<void> {
  const row = await desk.store.findConversation(site, conversationId);
  if (row === null) throw new DeskError('not_found', 'no such conversation');
  if (seq <= row.conversation.ownerSeenSeq) return;
  await mark(desk, row.conversation.key, 'owner', Math.min(seq, row.conversation.lastSeq));
}

async function mark(desk: Desk, conversationKey: number, side: 'owner' | 'visitor', seq: number): Promise<void> {
  const conversation = await desk.store.markSeen(conversationKey, side, seq);
  if (conversation !== null) desk.bus.publish({ kind: 'seen', conversation, side });
}
