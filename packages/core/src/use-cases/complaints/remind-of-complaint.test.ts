import { beforeEach, describe, expect, it } from '@jest/globals';
import { openComplaint } from '../../domain/complaint/complaint-deadline.ts';
import type { PriorityLevel } from '../../domain/priority/priority-rule.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { remindOfComplaint } from './remind-of-complaint.ts';
import { rescoreDueTickets } from '../tickets/rescore-tickets.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a complaint whose deadline nears', () => {
  let desk: TestDesk;
  let account: number;
  const linkTo = (site: string, ticket: number) => `https://desk.example/${site}/${ticket}`;

  beforeEach(async () => {
    desk = createTestDesk();
    const mei = { email: 'mei@shop.example', name: 'Mei', passwordHash: '', createdAt: 1 };
    account = (await desk.store.createAccount(mei)).key;
    await desk.store.addMembership(account, '*', 'owner');
  });

  /** A complaint of a visitor's conversation, to be reminded of from 12.5 hours on. */
  async function complain(level: PriorityLevel = 'normal'): Promise<void> {
    const visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' });
    const at = desk.clock.now();
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    if (conversation === null) throw new Error('nothing was said');
    const change = newTicket(
      { category: 'complaint', form: null, subject: 'Vase', details: [], contact: {}, missing: [], locale: 'en' },
      {
        ...{ id: 'id', site: 'shop', number: 1, at, by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: { ...PLAIN_PRIORITY, level }, contactKey: null },
        ...openComplaint({ dueAt: at + 16 * HOUR, warnAt: at + 12.5 * HOUR }),
      },
    );
    await desk.store.commit({
      ...{ expectedVersion: conversation.version, events: [] },
      next: { ...conversation, version: conversation.version + 1 },
      tickets: [{ ...change, next: { ...change.next, rescoreAt: at } }],
    });
  }
  const due = () =>
    desk.store.claimJobs({ now: desk.clock.now(), until: desk.clock.now() + HOUR, limit: 9, lease: 'l' });
  /** Quiet hours that began an hour ago and last for two more. */
  async function rest(): Promise<void> {
    // In the site's zone, Berlin, it is an hour later; the clock stands in January.
    const now = Math.floor(((desk.clock.now() + HOUR) % (24 * HOUR)) / MINUTE);
    const quiet = { from: (now + 1_440 - 60) % 1_440, to: (now + 120) % 1_440 };
    await desk.store.putNoticeSettings(account, { mail: true, address: null, locale: null, quiet });
  }
  const remind = async () => {
    const ticket = await desk.store.findTicketByNumber('shop', 1);
    if (ticket === null) throw new Error('there is a ticket');
    await remindOfComplaint(desk, desk.site, ticket, linkTo);
  };

  it('has its owner reminded once by mail', async () => {
    await complain();
    const sweep = async (ms: number) => {
      desk.clock.advance(ms);
      await rescoreDueTickets(desk, linkTo);
      return due();
    };
    expect(await sweep(12.4 * HOUR)).toEqual([]);
    const jobs = await sweep(0.1 * HOUR);
    expect(jobs).toHaveLength(1);
    expect(jobs[0]).toMatchObject({
      kind: 'mail',
      payload: {
        to: { address: 'mei@shop.example' },
        content: { template: 'complaint_deadline', ticket: 'SHOP-T1', subject: 'Vase', by: 'T+3.5h' },
      },
    });
    await desk.store.finishJob(jobs[0]!.key, 'l', null);
    expect(await sweep(5 * HOUR)).toEqual([]);
    const history = await desk.store.ticketHistory('shop', 1);
    expect(history.filter(({ what }) => what.type === 'warned')).toHaveLength(1);
  });

  it('has its owner reminded where no conversation is, too', async () => {
    const at = desk.clock.now();
    const change = newTicket(
      { category: 'complaint', form: null, subject: 'Vase', details: [], contact: {}, missing: [], locale: 'en' },
      {
        ...{ id: 'id', site: 'shop', number: 1, at, by: { kind: 'bot' }, route: TO_OWNER },
        ...{ priority: PLAIN_PRIORITY, contactKey: null },
        ...openComplaint({ dueAt: at + 16 * HOUR, warnAt: at + 12 * HOUR }),
      },
    );
    await desk.store.saveTicket(change);
    desk.clock.advance(13 * HOUR);
    await remind();
    const link = 'https://desk.example/shop/1';
    expect(await due()).toMatchObject([{ payload: { content: { template: 'complaint_deadline', link } } }]);
  });

  it('leaves the owner in peace in their quiet hours, and tells them when those end', async () => {
    await complain();
    desk.clock.advance(13 * HOUR);
    await rest();
    const described: number[] = [];
    const { describe: say } = desk.calendar;
    Object.assign(desk.calendar, {
      describe: (...of: Parameters<typeof say>) => (described.push(of[1].now), say(...of)),
    });
    const ends = desk.clock.now() - (desk.clock.now() % MINUTE) + 2 * HOUR;
    await remind();
    expect(described).toEqual([ends]);
    expect(await due()).toEqual([]);
    desk.clock.advance(ends - desk.clock.now() - 1);
    expect(await due()).toEqual([]);
    desk.clock.advance(1);
    expect(await due()).toMatchObject([{ payload: { content: { template: 'complaint_deadline' } } }]);
  });

  it('waits for no quiet hours when it is urgent', async () => {
    await complain('urgent');
    desk.clock.advance(13 * HOUR);
    await rest();
    await remind();
    expect(await due()).toMatchObject([{ payload: { content: { template: 'complaint_deadline' } } }]);
  });
});
