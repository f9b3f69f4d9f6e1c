import { answerOwed } from './answer-owed.ts';
import type { OwedMessage } from './answer-owed.ts';
import type { Desk } from '../desk.ts';

/**
 * Answers everything that the bot still owes: after a start, because a crash may have come between a message and its
 * answer, and now and then, because an answer may have failed. Resolves to the number of messages looked at.
 */
export async function payWhatIsOwed(desk: Desk): Promise<number> {
  let owed = 0;
  for (const conversation of await desk.store.owed()) {
    for (const seq of conversation.botDue) {
      const [event] = await desk.store.readLog(conversation.key, { after: seq - 1, limit: 1 });
      if (event?.entry.type !== 'visitor_message') continue;
      owed++;
      await answerOwed(desk, conversation, await desk.store.findVisitor(conversation.visitorKey), {
        seq,
        text: event.entry.text,
        ...moreOf(event.entry),
      });
    }
  }
  return owed;
}

function moreOf({ intent, attachments }: Pick<OwedMessage, 'intent' | 'attachments'>): Partial<OwedMessage> {
  return { ...(intent !== undefined && { intent }), ...(attachments !== undefined && { attachments }) };
}
