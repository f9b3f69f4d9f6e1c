import { remedyAnswer, verdictIn } from '../domain/complaint/complaint-buttons.ts';
import type { RemedyAnswer } from '../domain/complaint/complaint-buttons.ts';
import type { VisitorWords } from '../domain/conversation/visitor-commands.ts';
import type { Visitor } from '../domain/visitor.ts';
import type { Desk } from './desk.ts';

/**
 * "Yes" and "no" to an offer, typed (or mailed) instead of pressed: only while the offer is the last thing that was said. Looked
 * for only where the words can be one, which nearly none are.
 */
export async function spokenVerdict(
  { store }: Pick<Desk, 'store'>,
  visitor: Visitor,
  { text, intent }: VisitorWords,
): Promise<RemedyAnswer | null> {
  const accepted = intent === undefined ? verdictIn(text) : null;
  if (accepted === null) return null;
  const conversation = await store.findConversationOfVisitor(visitor.site, visitor.key);
  if (conversation === null || conversation.tickets.length === 0) return null;
  const [last] = await store.readLog(conversation.key, { limit: 1 });
  const replies = last?.entry.type === 'bot_message' ? (last.entry.quickReplies ?? []) : [];
  const offers = replies.flatMap((reply) => remedyAnswer(reply.intent) ?? []);
  return offers.find((offer) => offer.accepted === accepted) ?? null;
}
