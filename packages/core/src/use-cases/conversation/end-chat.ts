import { close } from '../../domain/conversation/owner-commands.ts';
import { DeskError } from '../../domain/desk-error.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';

/**
 * The visitor ends the chat. A repeat of the same client id ends nothing, also when the chat was taken up anew meanwhile.
 * @returns where the end stands in the log, for a repeat the first one's place; the log's last place when it was over.
 * @throws DeskError `not_found` when there is no chat.
 */
export async function endChat(desk: Desk, visitor: Visitor, clientId: string): Promise<number> {
  const load = async () => {
    const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
    if (conversation === null) throw new DeskError('not_found', 'there is no conversation');
    return conversation;
  };
  const committed = await desk.lanes.run(visitor.key, () =>
    commitDecision(desk, load, (conversation) => close(conversation, 'visitor', desk.clock.now(), clientId)),
  );
  const [end] = committed?.events ?? [];
  if (end !== undefined) return end.seq;
  const { key, lastSeq } = await load();
  return (await desk.store.findEnd(key, clientId))?.seq ?? lastSeq;
}
