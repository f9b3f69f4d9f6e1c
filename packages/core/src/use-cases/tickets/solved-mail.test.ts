import { beforeEach, describe, expect, it } from '@jest/globals';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import type { TicketActor } from '../../domain/ticket/ticket.ts';
import type { TicketContact } from '../../domain/ticket/ticket-draft.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { setStateOfTicket } from './act-on-ticket.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

const ANN = { name: 'Ann', email: 'ann@one.example' };

describe('the customer of a request that is settled', () => {
  let desk: TestDesk;
  let conversation: string | null;
  beforeEach(() => {
    desk = createTestDesk();
    conversation = null;
  });

  const draft = (contact: TicketContact) => ({
    ...{ category: 'returns', form: null, subject: 'Vase', details: [], missing: [], locale: 'en' as const },
    contact,
  });
  const birth = () => ({
    ...{ id: 'id', site: 'shop', number: 1, at: desk.clock.now(), by: { kind: 'bot' } as const, route: TO_OWNER },
    ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
  });
  /** A ticket that came by the API. */
  const alone = (contact: TicketContact = ANN) => desk.store.saveTicket(newTicket(draft(contact), birth()));
  /** One that came from a chat. */
  async function ofChat(contact: TicketContact = ANN): Promise<void> {
    const visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    const received = await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' });
    const { version, id } = received.conversation;
    conversation = id;
    await desk.store.commit({
      ...{ expectedVersion: version, events: [], tickets: [newTicket(draft(contact), birth())] },
      next: { ...received.conversation, version: version + 1, tickets: [1] },
    });
  }
  const set = (state: 'solved' | 'open', by: TicketActor = { kind: 'owner', name: 'Mei' }) =>
    setStateOfTicket(desk, { site: 'shop', number: 1, by }, state);
  const mails = async () => {
    const jobs = await desk.store.claimJobs({ now: desk.clock.now(), until: 1e15, limit: 9, lease: 'l' });
    return jobs.flatMap((job) => (job.kind === 'mail' ? [job.payload] : []));
  };

  it.each([
    ['a chat', ofChat],
    ['the API', alone],
  ])('is told by mail, once, of one from %s', async (_where, make) => {
    await make();
    await Promise.all([set('solved'), set('solved')]);
    await set('solved');
    expect(await mails()).toEqual([
      {
        ...{ to: { address: 'ann@one.example', name: 'Ann' }, locale: 'en', conversation },
        content: { template: 'ticket_solved', ticket: 'SHOP-T1', subject: 'Vase', note: null },
      },
    ]);
  });

  it('is told again when it was opened and settled once more', async () => {
    await ofChat();
    for (const state of ['solved', 'open', 'solved'] as const) await set(state);
    expect(await mails()).toHaveLength(2);
  });

  it('is not told of what they have settled themselves, nor where nobody knows how or no mail can be sent', async () => {
    await ofChat();
    await set('solved', { kind: 'visitor' });
    expect(await mails()).toEqual([]);
    await set('open');
    Object.assign(desk, { mailer: { available: false, sms: false } });
    await set('solved');
    expect(await mails()).toEqual([]);
    desk = createTestDesk();
    await alone({ phone: '+4930123456' });
    await set('solved');
    expect(await mails()).toEqual([]);
  });
});
