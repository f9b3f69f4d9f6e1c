import { close } from '../domain/conversation/owner-commands.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { Visitor } from '../domain/visitor.ts';
import { commitDecision } from './commit-decision.ts';
import type { Desk } from './desk.ts';

/** The visitor ends the chat. @returns the last place in the log. @throws DeskError `not_found` when there is no chat. */
export async function endChat(desk: Desk, visitor: Visitor): Promise<number> {
  const load = async () => {
    const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
    if (conversation === null) throw new DeskError('not_found', 'there is no conversation');
    return conversation;
  };
  const committed = await desk.lanes.run(visitor.key, () =>
    commitDecision(desk, load, (conversation) => close(conversation, 'visitor', desk.clock.now())),
  );
  return committed?.conversation.lastSeq ?? (await load()).lastSeq;
}
