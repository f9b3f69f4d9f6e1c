import type { RemedyAnswer } from '../domain/complaint/complaint-buttons.ts';
import { mayAnswerOffer, spokenAnswer } from '../domain/complaint/spoken-answer.ts';
import type { VisitorWords } from '../domain/conversation/visitor-commands.ts';
import type { Visitor } from '../domain/visitor.ts';
import type { Desk } from './desk.ts';

/**
 * An answer to an offer that is typed (or mailed) instead of pressed: only while the offer is the last thing that was said. Looked
 * for only where the words can be one, which nearly none are.
 */
export async function spokenVerdict(
  { store, sites }: Pick<Desk, 'store' | 'sites'>,
  visitor: Visitor,
  { text, intent }: VisitorWords,
): Promise<RemedyAnswer | null> {
  const policy = intent === undefined ? sites.get(visitor.site)?.complaints : undefined;
  if (policy === undefined || !mayAnswerOffer(text, policy)) return null;
  const conversation = await store.findConversationOfVisitor(visitor.site, visitor.key);
  if (conversation === null || conversation.tickets.length === 0) return null;
  const [last] = await store.readLog(conversation.key, { limit: 1 });
  const buttons = last?.entry.type === 'bot_message' ? (last.entry.quickReplies ?? []) : [];
  return spokenAnswer(text, buttons, policy);
}
