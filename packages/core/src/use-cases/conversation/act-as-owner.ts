import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { close, handBack, ownerSpeaks, takeOver } from '../../domain/conversation/owner-commands.ts';
import type { OwnerWords } from '../../domain/conversation/owner-commands.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { commitDecision } from '../commit-decision.ts';
import type { Committed } from '../commit-decision.ts';
import type { Desk } from '../desk.ts';

/** Which conversation an owner acts on; the caller has checked the membership of `site`. */
export interface OwnerTarget {
  site: string;
  conversationId: string;
  /** The name that visitors read. */
  ownerName: string;
}

/**
 * Takes the conversation over with a word.
 * @param more the number of the ticket that is answered (left out: the one that was touched last), and files
 * @returns the place of the message in the log. @throws DeskError `refused` for a ticket that is closed, or none of this conversation.
 */
export async function replyAsOwner(
  desk: Desk,
  target: OwnerTarget,
  text: string,
  clientId: string,
  more: Pick<OwnerWords, 'ticket' | 'attachments'> = {},
): Promise<number> {
  const { ticket, attachments } = more;
  const words = {
    ...{ name: target.ownerName, text, clientId },
    ...(ticket !== undefined && { ticket }),
    ...(attachments !== undefined && { attachments }),
  };
  const committed = await act(desk, target, (conversation) => {
    if (ticket !== undefined && !conversation.tickets.includes(ticket)) {
      throw new DeskError('refused', 'this ticket is not open in this conversation');
    }
    return ownerSpeaks(conversation, words, desk.clock.now());
  });
  const message = committed?.events.find((event) => event.entry.type === 'owner_message');
  if (message === undefined) throw new DeskError('conflict', 'the reply was not taken');
  return message.seq;
}

export async function takeOverConversation(desk: Desk, target: OwnerTarget): Promise<void> {
  await act(desk, target, (conversation) => takeOver(conversation, target.ownerName, desk.clock.now()));
}

export async function handBackToBot(desk: Desk, target: OwnerTarget): Promise<void> {
  await act(desk, target, (conversation) => handBack(conversation, desk.clock.now()));
}

export async function closeAsOwner(desk: Desk, target: OwnerTarget): Promise<void> {
  await act(desk, target, (conversation) => close(conversation, 'owner', desk.clock.now()));
}

async function act(
  desk: Desk,
  target: OwnerTarget,
  decide: (conversation: Conversation) => Decision | null,
): Promise<Committed | null> {
  const load = async () => {
    const row = await desk.store.findConversation(target.site, target.conversationId);
    if (row === null) throw new DeskError('not_found', 'no such conversation');
    return row.conversation;
  };
  const { visitorKey } = await load();
  return desk.lanes.run(visitorKey, () => commitDecision(desk, load, decide));
}
