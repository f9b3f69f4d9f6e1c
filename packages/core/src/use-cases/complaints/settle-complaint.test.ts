import { beforeEach, describe, expect, it } from '@jest/globals';
import { remedyIntent } from '../../domain/complaint/complaint-buttons.ts';
import { openComplaint } from '../../domain/complaint/complaint-deadline.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { takeOverConversation } from '../conversation/act-as-owner.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
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
    const tickets = [...current.tickets, number];
    const next = { ...current, version: current.version + 1, waitingSince: at, tickets };
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
  /** Presses a button of the last offer. */
  const press = async (taken: number | 'none', clientId = desk.ids.uuid(), by = visitor) => {
    const at = (await ticket()).complaint?.proposal?.at ?? 0;
    return receiveVisitorMessage(desk, by, {
      text: 'button',
      clientId,
      intent: remedyIntent({ number: 1, at, taken }),
    });
  };

  it('reaches the visitor with two buttons, meets the deadline, and goes out by mail', async () => {
    const offered = await offerRemedy(desk, TARGET, { remedies: ['refund'] });
    const { now } = desk.clock;
    expect(offered).toMatchObject({
      state: 'waiting',
      dueAt: null,
      complaint: { proposal: { choices: [{ remedy: 'refund' }] } },
    });
    expect((await log()).slice(-2)).toEqual([
      { type: 'ticket', number: 1, name: 'SHOP-T1', state: 'waiting' },
      {
        type: 'bot_message',
        text: 'Mara would like to put it right: We refund the full price.',
        quickReplies: [
          { label: 'Yes, I accept', intent: remedyIntent({ number: 1, at: now(), taken: 0 }) },
          { label: 'No, that is not enough', intent: remedyIntent({ number: 1, at: now(), taken: 'none' }) },
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
            ...{ template: 'remedy_offered', ticket: 'SHOP-T1', name: 'Mara', texts: ['We refund the full price.'] },
          },
        },
      }),
    ]);
  });

  it('lets them choose of several, by a button or by typing, and keeps what they took', async () => {
    await offerRemedy(desk, TARGET, { remedies: ['refund', 'replacement'] });
    expect((await log()).at(-1)).toMatchObject({
      text: expect.stringMatching(/What suits you best\?\n1\. We refund .*\n2\. We replace /),
      quickReplies: [{ label: 'A full refund' }, { label: 'A replacement' }, { label: 'None of these' }],
    });
    await receiveVisitorMessage(desk, visitor, { text: 'yes please', clientId: 'typed-1' });
    expect((await ticket()).complaint?.verdict).toBeNull();
    expect((await log()).at(-1)).toMatchObject({ text: 'Gladly. Which of these suits you best?' });
    await receiveVisitorMessage(desk, visitor, { text: 'the second one', clientId: 'typed-2' });
    expect((await ticket()).complaint?.verdict).toMatchObject({ accepted: true, chosen: { remedy: 'replacement' } });
    expect((await log()).at(-1)).toMatchObject({
      text: 'Thank you. We replace it free of charge. Mara will see to it now.',
    });
  });

  it('of earlier is not open any more once there is another', async () => {
    await offerRemedy(desk, TARGET, { remedies: ['repair'] });
    const at = desk.clock.now();
    desk.clock.advance(HOUR);
    await offerRemedy(desk, TARGET, { remedies: ['refund'] });
    const intent = remedyIntent({ number: 1, at, taken: 0 });
    await receiveVisitorMessage(desk, visitor, { text: 'Yes, I accept', clientId: 'late', intent });
    expect((await ticket()).complaint?.verdict).toBeNull();
    expect((await log()).at(-1)).toMatchObject({ text: "This offer isn't open any more." });
  });

  it("is accepted by a button: the verdict is kept, and it is the owner's turn", async () => {
    await offerRemedy(desk, TARGET, { text: 'I bring you a new vase tomorrow.' });
    await press(0);
    expect(await ticket()).toMatchObject({
      state: 'open',
      dueAt: null,
      complaint: {
        proposal: { choices: [{ remedy: null, text: 'I bring you a new vase tomorrow.' }] },
        verdict: { accepted: true },
      },
    });
    expect((await log()).at(-1)).toMatchObject({ type: 'bot_message', text: 'Thank you. Mara will see to it now.' });
    expect((await conversation()).waitingSince).not.toBeNull();
  });

  it('has a new deadline when it is declined, which the visitor is told', async () => {
    await offerRemedy(desk, TARGET, { remedies: ['repair'] });
    desk.clock.advance(HOUR);
    await press('none');
    const at = desk.clock.now();
    expect(await ticket()).toMatchObject({
      state: 'open',
      dueAt: at + 16 * HOUR,
      complaint: { warnAt: at + 12 * HOUR },
    });
    expect((await log()).at(-1)).toMatchObject({ text: expect.stringContaining('will answer you by T+16h') });
  });

  it('is answered once: a second button, or a repeat of the packet, changes nothing', async () => {
    await offerRemedy(desk, TARGET, { remedies: ['refund'] });
    const first = await press(0, 'press-1');
    expect(await press(0, 'press-1')).toMatchObject({ seq: first.seq });
    await press('none');
    expect((await ticket()).complaint?.verdict?.accepted).toBe(true);
    expect((await log()).at(-1)).toMatchObject({ text: "This offer isn't open any more." });
  });

  it("is nobody else's to answer", async () => {
    await offerRemedy(desk, TARGET, { remedies: ['refund'] });
    const other = await desk.store.createVisitor(anonymous('shop', 'v-2'), 'hash-2');
    await receiveVisitorMessage(desk, other, { text: 'hello', clientId: 'c-2' });
    await press(0, 'press-2', other);
    expect((await ticket()).complaint?.verdict).toBeNull();
  });

  it('is answered while a person has the conversation, with the bot silent', async () => {
    await offerRemedy(desk, TARGET, { remedies: ['refund'] });
    await takeOverConversation(desk, { site: 'shop', conversationId: (await conversation()).id, ownerName: 'Mara' });
    await press(0);
    expect((await ticket()).complaint?.verdict?.accepted).toBe(true);
    expect((await log()).filter(({ type }) => type === 'bot_message')).toHaveLength(2);
  });

  it('is refused for what is no complaint, and for a remedy that the site does not have', async () => {
    await make(2, false);
    await expect(offerRemedy(desk, { ...TARGET, number: 2 }, { remedies: ['refund'] })).rejects.toMatchObject({
      kind: 'refused',
    });
    await expect(offerRemedy(desk, { ...TARGET, number: 9 }, { remedies: ['refund'] })).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(offerRemedy(desk, TARGET, { remedies: ['a-pony'] })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(offerRemedy(desk, TARGET, { remedies: [] })).rejects.toMatchObject({ kind: 'refused' });
  });
});
