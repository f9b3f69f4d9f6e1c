import { hasDeclinedOffers } from '../domain/dialogue/products/offers.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { isUnsettled } from '../domain/ticket/ticket.ts';
import type { RecommendationQuestion } from '../ports/recommender.ts';
import type { Desk } from './desk.ts';

/** Newest tickets and browsers of somebody that are looked at. */
const MOST = 20;

/**
 * What to offer a customer outside of the chat: in a mail, on their page, to another program. Nothing while something of theirs is unsettled, after
 * they were angry, or said that they want no suggestions: as the bot does in the chat.
 */
export async function offersForContact(
  desk: Pick<Desk, 'store' | 'recommender'>,
  site: string,
  contactKey: number,
  question: RecommendationQuestion,
): Promise<readonly Recommendation[]> {
  if (desk.recommender === undefined || !(await isInTheMood(desk.store, site, contactKey))) return [];
  return desk.recommender.recommend(site, question);
}

async function isInTheMood(store: Desk['store'], site: string, contactKey: number): Promise<boolean> {
  const tickets = await store.ticketsOfContact(site, contactKey, MOST);
  if (tickets.some(({ state }) => isUnsettled(state))) return false;
  for (const visitor of await store.visitorsOfContact(site, contactKey, MOST)) {
    const conversation = await store.findConversationOfVisitor(site, visitor);
    if (conversation === null) continue;
    const { tickets: open, context } = conversation;
    // Its tickets are those that are not closed: a solved one is no trouble any more, and is looked at above.
    const own = open.length === 0 ? [] : await store.ticketsOfConversation(site, conversation.key);
    if (own.some(({ state }) => isUnsettled(state))) return false;
    if ((context?.insults ?? 0) > 0 || hasDeclinedOffers(context)) return false;
  }
  return true;
}
