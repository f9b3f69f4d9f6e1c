import { isOpenComplaint } from '../../domain/complaint/complaint-stage.ts';
import { wantsNoOffers } from '../../domain/dialogue/products/offers.ts';
import { FREE_TO_OFFER, HELD } from '../../domain/recommendation.ts';
import type { OfferStanding } from '../../domain/recommendation.ts';
import { isUnsettled } from '../../domain/ticket/ticket.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';

/** Newest tickets and browsers of somebody that are looked at. */
const MOST = 20;

/**
 * Whether somebody may be offered anything: nothing unasked while something of theirs is unsettled, after they were angry, or said in any of their
 * browsers that they want no suggestions; and nothing at all while a complaint is open.
 */
export async function offerStanding(store: Desk['store'], site: string, contactKey: number): Promise<OfferStanding> {
  const standings = [standingOf(await store.ticketsOfContact(site, contactKey, MOST))];
  for (const visitor of await store.visitorsOfContact(site, contactKey, MOST)) {
    const conversation = await store.findConversationOfVisitor(site, visitor);
    if (conversation === null) continue;
    // Its tickets are those that are not closed: a solved one is no trouble any more.
    const own = conversation.tickets.length > 0 ? await store.ticketsOfConversation(site, conversation.key) : [];
    standings.push(wantsNoOffers(conversation.context) ? HELD : FREE_TO_OFFER, standingOf(own));
  }
  return { complains: standings.some(({ complains }) => complains), held: standings.some(({ held }) => held) };
}

/** What these tickets alone say. */
export function standingOf(tickets: readonly Ticket[]): OfferStanding {
  return { complains: tickets.some(isOpenComplaint), held: tickets.some(({ state }) => isUnsettled(state)) };
}
