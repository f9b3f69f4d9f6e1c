import { beforeEach, describe, expect, it } from '@jest/globals';
import { ownerAnswers, setTicketState, visitorAdds } from '../../domain/ticket/ticket-commands.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import type { Ticket, TicketBirth, TicketChange } from '../../domain/ticket/ticket.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { rescoreDueTickets } from './rescore-tickets.ts';

const HOUR = 3_600_000;

describe('the priority of tickets', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  let numbers: number;

  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    numbers = 0;
    // What the bot makes a ticket of by itself has numbers after those of the test.
    for (let drawn = 0; drawn < 200; drawn += 1) await desk.store.drawTicketNumber('shop');
  });

  const says = async (text: string) => {
    await receiveVisitorMessage(desk, visitor, { text, clientId: desk.ids.uuid() });
  };
  /** A ticket of the visitor's conversation, which asks to be scored at once. */
  const make = async (subject: string, more: Partial<TicketBirth> = {}): Promise<Ticket> => {
    const at = desk.clock.now();
    const change = newTicket(
      { category: 'returns', form: null, subject, details: [], contact: {}, missing: [], locale: 'en' },
      {
        ...{ id: desk.ids.uuid(), site: 'shop', number: (numbers += 1), at, by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: { ...PLAIN_PRIORITY, rescoreAt: at }, contactKey: null, dueAt: null, ...more },
      },
    );
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    if (conversation === null) throw new Error('nothing was said yet');
    const next = { ...conversation, version: conversation.version + 1 };
    await desk.store.commit({ expectedVersion: conversation.version, events: [], next, tickets: [change] });
    return ticket(numbers);
  };
  const ticket = async (number = 1): Promise<Ticket> => {
    const found = await desk.store.findTicketByNumber('shop', number);
    if (found === null) throw new Error('there is no such ticket');
    return found;
  };
  const save = async (change: TicketChange | null) => {
    if (change === null) throw new Error('nothing was changed');
    expect(await desk.store.saveTicket(change)).toMatchObject({ kind: 'saved' });
  };
  const sweep = async (after = 0): Promise<Ticket> => {
    desk.clock.advance(after);
    await rescoreDueTickets(desk, (site, id) => `https://desk.example/${site}/${id}`);
    return ticket();
  };
  const sum = ({ reasons }: Ticket) => reasons.map(({ name, points }) => `${name} ${points}`).join(', ');

  it('is made of what was said, by whom, how often and in which mood', async () => {
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    const contact = await desk.store.linkVerifiedVisitor(visitor.key, 'ada', write);
    await desk.store.saveOrders([{ number: 'TL-1', customer: { id: 'ada' }, status: 'paid', total: 900 }], write);
    await says('hello');
    await says('my parcel burned, I want a refund');
    await says('I am furious');
    await make('Burned parcel', { contactKey: contact.key });
    const scored = await sweep();
    expect(sum(scored)).toBe('safety 40, refund 15, messages 10, paying 20, angry 12');
    expect(scored).toMatchObject({ priority: 97, level: 'urgent', rescoreAt: desk.clock.now() + HOUR });
  });

  it('rises with waiting when its next change is due, and not before', async () => {
    await says('I want a refund');
    await make('Refund');
    expect(await sweep()).toMatchObject({ priority: 15, level: 'normal' });
    const { version } = await ticket();
    expect(await sweep(HOUR - 1)).toMatchObject({ priority: 15, version });
    expect(sum(await sweep(1))).toBe('refund 15, waits 2');
    // Nobody swept for ten hours: it is as if somebody had.
    expect(sum(await sweep(10 * HOUR))).toBe('refund 15, waits 22');
    const last = await sweep(40 * HOUR);
    expect(last).toMatchObject({ priority: 45, level: 'high', rescoreAt: null });
    const told = (await desk.store.ticketHistory('shop', last.key)).map(({ what }) => what.type);
    expect(told).toEqual(['made', 'priority']);
  });

  it("counts no waiting while it is the customer's turn, and again from their answer on", async () => {
    await says('I want a refund');
    await make('Refund');
    await sweep(3 * HOUR);
    await save(ownerAnswers(await ticket(), 'Mara', null, desk.clock.now()));
    expect(sum(await sweep())).toBe('refund 15');
    expect((await sweep(9 * HOUR)).rescoreAt).toBeNull();
    await save(visitorAdds(await ticket(), null, desk.clock.now()));
    expect(sum(await sweep(2 * HOUR))).toBe('refund 15, waits 4');
    await save(setTicketState(await ticket(), 'solved', { kind: 'owner', name: 'Mara' }, desk.clock.now()));
    expect((await sweep(9 * HOUR)).priority).toBe(19);
  });

  it('is looked at again when the customer writes on', async () => {
    await says('where is my parcel');
    await make('Parcel');
    expect((await sweep()).priority).toBe(0);
    await says('I am furious, give me my money back');
    await save(visitorAdds(await ticket(), null, desk.clock.now()));
    expect(sum(await sweep())).toBe('refund 15, angry 12');
  });

  it('takes no sensitive detail into account, as reasons quote words', async () => {
    await says('hello');
    const made = await make('Appointment');
    const detail = { slot: 'why', label: 'Why', value: 'allergic reaction', sensitive: true };
    await save({ expectedVersion: made.version, next: { ...made, version: 2, details: [detail] }, history: [] });
    expect((await sweep()).priority).toBe(0);
  });

  it('is renewed for a thousand tickets in a few sweeps, whatever becomes of one', async () => {
    await says('refund');
    for (let made = 0; made < 120; made += 1) await make(`Ticket ${made}`);
    const broken = await ticket(60);
    const read = desk.store.ticketHistory.bind(desk.store);
    desk.store.ticketHistory = (site, key) =>
      key === broken.key ? Promise.reject(new Error('the disk is tired')) : read(site, key);
    await sweep();
    const scored = await desk.store.tickets('shop', { filter: 'all', limit: 200 });
    expect(scored.filter(({ priority }) => priority === 15)).toHaveLength(119);
  });
});
