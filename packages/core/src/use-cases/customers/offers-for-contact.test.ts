import { describe, expect, it } from '@jest/globals';
import { NOTHING_YET } from '../../domain/dialogue/dialogue-context.ts';
import type { DialogueContext } from '../../domain/dialogue/dialogue-context.ts';
import type { TicketState } from '../../domain/ticket/ticket.ts';
import type { Desk } from '../desk.ts';
import { offersForContact } from './offers-for-contact.ts';

const kettle = { id: 'kettle', names: { en: 'Kettle' }, price: null, currency: null, url: null };

interface Played {
  context?: Partial<DialogueContext>;
  /** Of the contact, and of their conversation. */
  ticket?: TicketState;
  inTalk?: TicketState;
}

function offers({ context, ticket, inTalk }: Played) {
  const conversation = {
    key: 7,
    tickets: inTalk === undefined ? [] : [1],
    context: context && { ...NOTHING_YET, ...context },
  };
  const store = {
    ticketsOfContact: async () => (ticket === undefined ? [] : [{ state: ticket }]),
    visitorsOfContact: async () => [3, 4],
    findConversationOfVisitor: async (_site: string, visitor: number) => (visitor === 4 ? conversation : null),
    ticketsOfConversation: async () => [{ state: inTalk }],
  } as unknown as Desk['store'];
  let isFresh = false;
  const recommender = {
    refresh: async () => void (isFresh = true),
    recommend: () => (isFresh ? [{ product: kettle, reason: { kind: 'popular' as const, people: 9 } }] : []),
  };
  return offersForContact({ store, recommender }, 'shop', 1, { contactKey: 1, limit: 3 });
}

describe('what is offered to a customer outside of a chat', () => {
  it('is what suits them', async () => {
    expect(await offers({})).toMatchObject([{ product: { id: 'kettle' } }]);
    expect(await offers({ ticket: 'solved', inTalk: 'solved', context: {} })).toHaveLength(1);
  });

  it.each<Played>([
    { ticket: 'open' },
    { ticket: 'waiting' },
    { inTalk: 'new' },
    { context: { insults: 1 } },
    { context: { wantsNoOffers: true } },
  ])('is nothing while something is unsettled, they are angry, or want none: %j', async (played) => {
    expect(await offers(played)).toEqual([]);
  });
});
