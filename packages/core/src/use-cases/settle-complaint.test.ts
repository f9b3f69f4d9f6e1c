import { beforeEach, describe, expect, it } from '@jest/globals';
import { remedyIntent } from '../domain/complaint/complaint-buttons.ts';
import { openComplaint } from '../domain/complaint/complaint-deadline.ts';
import { TO_OWNER } from '../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../domain/ticket/ticket.ts';
import type { Ticket } from '../domain/ticket/ticket.ts';
import type { Visitor } from '../domain/visitor.ts';
import { anonymous } from '../testing/contract/stage.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import type { TestDesk } from '../testing/test-desk.ts';
import { takeOverConversation } from './act-as-owner.ts';
import { receiveVisitorMessage } from './receive-visitor-message.ts';
import { offerRemedy } from './settle-complaint.ts';

const HOUR = 3_600_000;
const TARGET = { site: 'shop', number: 1, ownerName: 'Mara' };

describe('an offer for a complaint', () => {
  let desk: TestDesk;
  let visitor: Visitor;

  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' });
    await make(1, true);
  });

  /** A ticket of the visitor's conversation. */
  async function make(number: number, complaint: boolean): Promise<void> {
    const at = desk.clock.now();
    const current = await conversation();
    const change = newTicket(
      {
        ...{ category: 'complaint', form: 'complaint', subject: 'Vase', details: [], missing: [], locale: 'en' },
        contact: { email: 'ada@home.example' },
      },
      {
        ...{ id: `id-${number}`, site: 'shop', number, at, by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey: null, dueAt: null },
        ...(complaint && openComplaint({ dueAt: at + 16 * HOUR, warnAt: at + 12 * HOUR })),
      },
    );
    const next = { ...current, version: current.version + 1, waitingSince: at };
    await desk.store.commit({ expectedVersion: current.version, events: [], next, tickets: [change] });
  }
  async function conversation() {
    const found = await desk.store.findConversationOfVisitor('shop', visitor.key);
    if (found === null) throw new Error('nothing was said');
    return found;
  }
  async function ticket(number = 1): Promise<Ticket> {
    const found = await desk.store.findTicketByNumber('shop', number);
    if (found === null) throw new Error('there is no such ticket');
    return found;
  }
  const log = async () =>
    (await desk.store.readLog((await conversation()).key, { limit: 50 })).map(({ entry }) => entry);
  const press = async (accepted: boolean, clientId = desk.ids.uuid(), by = visitor) =>
    receiveVisitorMessage(desk, by, { text: 'button', clientId, intent: remedyIntent({ number: 1, accepted }) });

  it('reaches the visitor with two buttons, meets the deadline, and goes out by mail', async () => {
    const offered = await offerRemedy(desk, TARGET, { remedy: 'refund' });
    expect(offered).toMatchObject({ state: 'waiting', dueAt: null, complaint: { proposal: { remedy: 'refund' } } });
    expect((await log()).slice(-2)).toEqual([
      { type: 'ticket', number: 1, name: 'SHOP-T1', state: 'waiting' },
      {
        type: 'bot_message',
        text: 'Mara would like to put it right: We refund the full price.',
        quickReplies: [
          { label: 'Yes, I accept', intent: 'solodesk.remedy.accept-1' },
          { label: 'No, that is not enough', intent: 'solodesk.remedy.decline-1' },
        ],
      },
    ]);
    expect(await conversation()).toMatchObject({ waitingSince: null });
    const mails = await desk.store.claimJobs({ now: desk.clock.now(), until: HOUR, limit: 9, lease: 'l' });
    expect(mails.filter(({ kind }) => kind === 'mail')).toEqual([
      expect.objectContaining({
        payload: {
          ...{ to: { address: 'ada@home.example' }, locale: 'en', conversation: (await conversation()).id },
          content: {
            ...{ template: 'remedy_offered', ticket: 'SHOP-T1', name: 'Mara', text: 'We refund the full price.' },
          },
        },
      }),
    ]);
  });

  it("is accepted by a button: the verdict is kept, and it is the owner's turn", async () => {
    await offerRemedy(desk, TARGET, { text: 'I bring you a new vase tomorrow.' });
    await press(true);
    expect(await ticket()).toMatchObject({
      state: 'open',
      dueAt: null,
      complaint: { proposal: { remedy: null, text: 'I bring you a new vase tomorrow.' }, verdict: { accepted: true } },
    });
    expect((await log()).at(-1)).toMatchObject({ type: 'bot_message', text: 'Thank you. Mara will see to it now.' });
    expect((await conversation()).waitingSince).not.toBeNull();
  });

  it('has a new deadline when it is declined, which the visitor is told', async () => {
    await offerRemedy(desk, TARGET, { remedy: 'repair' });
    desk.clock.advance(HOUR);
    await press(false);
    const at = desk.clock.now();
    expect(await ticket()).toMatchObject({
      state: 'open',
      dueAt: at + 16 * HOUR,
      complaint: { warnAt: at + 12 * HOUR },
    });
    expect((await log()).at(-1)).toMatchObject({ text: expect.stringContaining('will answer you by T+16h') });
  });

  it('is answered once: a second button, or a repeat of the packet, changes nothing', async () => {
    await offerRemedy(desk, TARGET, { remedy: 'refund' });
    const first = await press(true, 'press-1');
    expect(await press(true, 'press-1')).toMatchObject({ seq: first.seq });
    await press(false);
    expect((await ticket()).complaint?.verdict?.accepted).toBe(true);
    expect((await log()).at(-1)).toMatchObject({ text: 'You have answered this offer already.' });
  });

  it("is nobody else's to answer", async () => {
    await offerRemedy(desk, TARGET, { remedy: 'refund' });
    const other = await desk.store.createVisitor(anonymous('shop', 'v-2'), 'hash-2');
    await receiveVisitorMessage(desk, other, { text: 'hello', clientId: 'c-2' });
    await press(true, 'press-2', other);
    expect((await ticket()).complaint?.verdict).toBeNull();
  });

  it('is answered while a person has the conversation, with the bot silent', async () => {
    await offerRemedy(desk, TARGET, { remedy: 'refund' });
    await takeOverConversation(desk, { site: 'shop', conversationId: (await conversation()).id, ownerName: 'Mara' });
    await press(true);
    expect((await ticket()).complaint?.verdict?.accepted).toBe(true);
    expect((await log()).filter(({ type }) => type === 'bot_message')).toHaveLength(2);
  });

  it('is refused for what is no complaint, and for a remedy that the site does not have', async () => {
    await make(2, false);
    await expect(offerRemedy(desk, { ...TARGET, number: 2 }, { remedy: 'refund' })).rejects.toMatchObject({
      kind: 'refused',
    });
    await expect(offerRemedy(desk, { ...TARGET, number: 9 }, { remedy: 'refund' })).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(offerRemedy(desk, TARGET, { remedy: 'a-pony' })).rejects.toMatchObject({ kind: 'not_found' });
  });
});
