import type { RemedyAnswer } from '../../domain/complaint/complaint-buttons.ts';
import type { ComplaintPolicy } from '../../domain/complaint/complaint-policy.ts';
import { mayAnswerOffer, spokenAnswer } from '../../domain/complaint/spoken-answer.ts';
import type { VisitorWords } from '../../domain/conversation/visitor-commands.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Desk } from '../desk.ts';

/**
 * An answer to an offer that is typed (or mailed) instead of pressed: only while the offer is the last thing that was said. Looked
 * for only where the words can be one, which nearly none are: those wait for nothing.
 */
export function spokenVerdict(
  desk: Pick<Desk, 'store' | 'sites'>,
  visitor: Visitor,
  { text, intent }: VisitorWords,
): Promise<RemedyAnswer | null> | null {
  const policy = intent === undefined ? desk.sites.get(visitor.site)?.complaints : undefined;
  return policy === undefined || !mayAnswerOffer(text, policy) ? null : verdictOnOffer(desk, visitor, text, policy);
}

async function verdictOnOffer(
  { store }: Pick<Desk, 'store'>,
  visitor: Visitor,
  text: string,
  policy: ComplaintPolicy,
): Promise<RemedyAnswer | null> {
  const conversation = await store.findConversationOfVisitor(visitor.site, visitor.key);
  if (conversation === null || conversation.tickets.length === 0) return null;
  const [last] = await store.readLog(conversation.key, { limit: 1 });
  const buttons = last?.entry.type === 'bot_message' ? (last.entry.quickReplies ?? []) : [];
  return spokenAnswer(text, buttons, policy);
}
