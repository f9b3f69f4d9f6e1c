import { describe, expect, it } from '@jest/globals';
import { newConversation } from '../conversation/conversation.ts';
import { visitorSpeaks } from '../conversation/visitor-commands.ts';
import { close } from '../conversation/owner-commands.ts';
import { PLAIN_PRIORITY, newTicket } from '../ticket/ticket.ts';
import { TO_OWNER } from '../ticket/ticket-route.ts';
import { visitorAdds, visitorWithdraws } from '../ticket/ticket-commands.ts';
import type { TicketDraft } from '../ticket/ticket-draft.ts';
import { happeningsIn } from './happenings.ts';

const AT = 1_000;
const fresh = newConversation({ id: 'c-1', site: 'shop', visitorKey: 1, locale: 'en', timeZone: null, at: AT });
const said = visitorSpeaks(fresh, { text: 'my card is 4111', clientId: 'm' }, AT);
const draft: TicketDraft = {
  ...{ category: 'damage', form: 'damage', subject: 'Broken vase', missing: [], locale: 'en' },
  contact: { email: 'ann@customer.example' },
  details: [
    { slot: 'order', label: 'Order', value: '1042', sensitive: false },
    { slot: 'card', label: 'Card', value: '4111 1111', sensitive: true },
  ],
};
const birth = {
  id: 't-1',
  site: 'shop',
  number: 17,
  at: AT,
  by: { kind: 'bot' },
  route: TO_OWNER,
  priority: PLAIN_PRIORITY,
  contactKey: null,
  dueAt: null,
} as const;
const made = newTicket(draft, birth);
const told = (...decisions: Parameters<typeof happeningsIn>) => happeningsIn(...decisions).map(({ event }) => event);

describe('what other programs are told', () => {
  it('is how a conversation begins, what is said, and how it ends', () => {
    expect(told(fresh, said, 'SHOP')).toEqual(['conversation.started', 'message.created']);
    expect(happeningsIn(fresh, said, 'SHOP')[1]).toEqual({
      ...{ event: 'message.created', id: 'c-1.1', at: AT },
      data: { conversation_id: 'c-1', seq: 1, from: 'visitor', text: 'my card is 4111', in_form: false },
    });
    const end = close(said.next, 'owner', AT);
    expect(end && told(said.next, end, 'SHOP')).toEqual(['conversation.closed']);
  });

  it('is no word of what is said while a form is open', () => {
    const form = { form: 'damage' } as unknown as NonNullable<typeof fresh.form>;
    for (const [before, next] of [
      [{ ...fresh, form }, said.next],
      [fresh, { ...said.next, form }],
    ] as const) {
      expect(JSON.stringify(happeningsIn(before, { ...said, next }, 'SHOP'))).not.toContain('4111');
    }
  });

  it('is no word of a sentence that makes a ticket by itself', () => {
    const [, message] = happeningsIn(fresh, { ...said, tickets: [made] }, 'SHOP');
    expect(message).toMatchObject({ event: 'message.created', data: { text: null, in_form: true } });
  });

  it('is a ticket, flat, under its name, without what is sensitive', () => {
    const [ticket] = happeningsIn(said.next, { events: [], next: said.next, tickets: [made] }, 'SHOP');
    expect(ticket).toMatchObject({
      ...{ event: 'ticket.created', id: 't-1.1' },
      data: {
        ticket_number: 'SHOP-T17',
        subject: 'Broken vase',
        detail_order: '1042',
        contact_email: 'ann@customer.example',
        state: 'new',
        withdrawn: false,
      },
    });
    expect(JSON.stringify(ticket)).not.toContain('4111');
    for (const value of Object.values(ticket?.data ?? {}))
      expect(typeof value === 'object' && value !== null).toBe(false);
  });

  it('is solved, and says that nobody solved it, where the customer took it back', () => {
    const open = { ...made.next, version: 1, state: 'open' as const };
    const change = visitorWithdraws(open, 5, AT)!;
    const [solved, ...more] = happeningsIn(said.next, { events: [], next: said.next, tickets: [change] }, 'SHOP');
    expect(more).toEqual([]);
    expect(solved).toMatchObject({ event: 'ticket.solved', data: { state: 'solved', withdrawn: true } });
    // Who writes on wants it after all.
    const again = visitorAdds(change.next, 6, AT)!;
    const [opened] = happeningsIn(said.next, { events: [], next: said.next, tickets: [again] }, 'SHOP');
    expect(opened).toMatchObject({ event: 'ticket.updated', data: { state: 'open', withdrawn: false } });
  });

  it('is that a ticket is solved or changed, and not that time has raised its priority', () => {
    const later = (what: object, state = 'open') => ({
      expectedVersion: 1,
      next: { ...made.next, version: 2, state },
      history: [{ at: AT, by: { kind: 'time' }, what }],
    });
    const events = (change: object) =>
      told(said.next, { events: [], next: said.next, tickets: [change as typeof made] }, 'SHOP');
    expect(events(later({ type: 'state', from: 'open', to: 'solved' }, 'solved'))).toEqual(['ticket.solved']);
    expect(events(later({ type: 'category', from: 'a', to: 'b' }))).toEqual(['ticket.updated']);
    expect(events(later({ type: 'priority', from: 1, to: 2 }))).toEqual([]);
  });
});
