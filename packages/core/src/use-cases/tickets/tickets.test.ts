import { describe, expect, it } from '@jest/globals';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { Stage } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { changeTicket, noteOnTicket, setStateOfTicket } from './act-on-ticket.ts';
import { closeAsOwner, handBackToBot, replyAsOwner } from '../conversation/act-as-owner.ts';
import { closeSolvedTickets } from './close-solved-tickets.ts';
import { withTickets } from './open-tickets.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { sweepByTime } from '../sweep-by-time.ts';
import { TicketNumberNeeded, TicketHand } from './ticket-hand.ts';

const DAY = 86_400_000;
const MARA = { site: 'shop', number: 1, by: { kind: 'owner', name: 'Mara' } } as const;

async function stage(change: Partial<TestDesk> = {}) {
  const desk = Object.assign(createTestDesk(), { here: false, ...change });
  Object.assign(desk.mailer, { available: false, sms: false });
  const visitor = await new Stage(desk.store).visitor('shop');
  const says = (text: string, intent?: string) =>
    receiveVisitorMessage(desk, visitor, { text, clientId: desk.ids.uuid(), ...(intent && { intent }) });
  const log = async () => {
    const conversation = await conversationOf(desk, visitor);
    const events = await desk.store.readLog(conversation.key, { limit: 100 });
    return events.map(({ entry }) => (entry.type === 'ticket' ? `${entry.name} ${entry.state}` : entry.type));
  };
  const lastWords = async () => {
    const events = await desk.store.readLog((await conversationOf(desk, visitor)).key, { limit: 100 });
    return events.flatMap(({ entry }) => (entry.type === 'bot_message' ? [entry.text] : [])).at(-1) ?? '';
  };
  const ticket = async (number = 1) => {
    const found = await desk.store.findTicketByNumber('shop', number);
    if (found === null) throw new Error('there is no such ticket');
    return found;
  };
  const target = async () => ({ ...MARA, ownerName: 'Mara', conversationId: (await conversationOf(desk, visitor)).id });
  return { desk, visitor, says, log, lastWords, ticket, target };
}

async function conversationOf(desk: TestDesk, visitor: Visitor) {
  const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
  if (conversation === null) throw new Error('nothing was said');
  return conversation;
}

describe('somebody who needs a person while nobody is there', () => {
  it('has a ticket at once, in the same commit, whose number the bot says with the promise', async () => {
    const { desk, says, log, lastWords, ticket, visitor } = await stage();
    await says('a person please');
    expect(await log()).toEqual(['visitor_message', 'handoff', 'SHOP-T1 new', 'bot_message']);
    expect(await lastWords()).toContain('Your request has the number SHOP-T1.');
    expect(await lastWords()).toContain('T+4h');
    const { key: conversationKey } = await conversationOf(desk, visitor);
    const dueAt = desk.clock.now() + 4 * 3_600_000;
    expect(await ticket()).toMatchObject({ subject: 'a person please', conversationKey, dueAt, missing: ['words'] });
    expect((await conversationOf(desk, visitor)).tickets).toEqual([1]);
    expect(desk.announcements.filter(({ kind }) => kind === 'ticket')).toHaveLength(1);
  });

  it('adds to it with everything that they write, and has no second one', async () => {
    const { desk, says, ticket } = await stage();
    await says('Talk to a person', 'solodesk.person');
    expect(await ticket()).toMatchObject({ subject: 'Wants to talk to a person', missing: ['words'] });
    await says('my mug is broken');
    expect(await ticket()).toMatchObject({ subject: 'my mug is broken', missing: [], state: 'new' });
    await says('the blue one');
    const history = await desk.store.ticketHistory('shop', (await ticket()).key);
    expect(history.map(({ what }) => what.type)).toEqual(['made', 'added', 'added']);
    expect(await desk.store.tickets('shop', { filter: 'all', limit: 9 })).toHaveLength(1);
  });

  it('gets a first priority that knows how they feel, how often they wrote today and what they have paid', async () => {
    const { desk, visitor, says, ticket } = await stage();
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    await desk.store.linkVerifiedVisitor(visitor.key, 'ada', write);
    await desk.store.saveOrders([{ number: 'TL-1', customer: { id: 'ada' }, status: 'paid', total: 900 }], write);
    await says('hello');
    await says('where is it');
    await says('I am furious');
    const [made] = await desk.store.ticketHistory('shop', (await ticket()).key);
    expect(made?.what.type).toBe('made');
    expect((await ticket()).reasons.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['messages', 'paying', 'angry']),
    );
  });

  it('has none while somebody is there', async () => {
    const { desk, says } = await stage({ here: true });
    await says('Talk to a person', 'solodesk.person');
    expect(await desk.store.tickets('shop', { filter: 'all', limit: 9 })).toEqual([]);
  });

  it('is told in Chinese when they write Chinese', async () => {
    const { says, lastWords, ticket } = await stage();
    await says('我要找人工');
    expect(await lastWords()).toContain('您的请求编号是 SHOP-T1。');
    expect(await ticket()).toMatchObject({ locale: 'zh' });
  });
});

describe('a ticket', () => {
  it('waits for the visitor when the owner answers, and is open again when they do', async () => {
    const { desk, says, log, ticket, target } = await stage();
    await says('Talk to a person', 'solodesk.person');
    await replyAsOwner(desk, await target(), 'What is it about?', 'o1');
    expect((await ticket()).state).toBe('waiting');
    await says('my mug');
    expect((await ticket()).state).toBe('open');
    expect((await log()).filter((line) => line.startsWith('SHOP'))).toEqual([
      'SHOP-T1 new',
      'SHOP-T1 waiting',
      'SHOP-T1 open',
    ]);
  });

  it('that is solved is told so, ends the waiting, and is reopened by what the bot does not know, not by thanks or a question', async () => {
    const { desk, visitor, says, log, lastWords, ticket, target } = await stage();
    await says('Talk to a person', 'solodesk.person');
    await replyAsOwner(desk, await target(), 'A new mug is on its way.', 'o1');
    await handBackToBot(desk, await target());
    await setStateOfTicket(desk, MARA, 'solved');
    expect((await log()).at(-1)).toBe('SHOP-T1 solved');
    expect(await conversationOf(desk, visitor)).toMatchObject({ waitingSince: null, promisedFor: null });
    await says('hello');
    await says('can I return it');
    expect((await ticket()).state).toBe('solved');
    await says('the new one is broken too');
    expect(await ticket()).toMatchObject({ state: 'open', solvedAt: null });
    expect(await lastWords()).toContain('SHOP-T1');
    expect((await log()).at(-1)).toBe('SHOP-T1 open');
  });

  it('is settled as withdrawn when they want nobody any more: nobody is awaited or asked how it was, and who writes on has it open again', async () => {
    const { desk, says, log, ticket, visitor } = await stage();
    await says('a person please');
    await says('oh never mind');
    expect(await log()).toEqual([
      ...['visitor_message', 'handoff', 'SHOP-T1 new', 'bot_message'],
      ...['visitor_message', 'hand_back', 'bot_message', 'SHOP-T1 solved'],
    ]);
    expect(await ticket()).toMatchObject({ state: 'solved', withdrawn: true, subject: 'a person please' });
    const history = async () => desk.store.ticketHistory('shop', (await ticket()).key);
    expect((await history()).slice(-2)).toMatchObject([
      { by: { kind: 'visitor' }, what: { type: 'withdrawn', seq: 5 } },
      { by: { kind: 'visitor' }, what: { type: 'state', from: 'new', to: 'solved' } },
    ]);
    const settled = await conversationOf(desk, visitor);
    expect(settled).toMatchObject({ state: 'bot', waitingSince: null, promisedFor: null });
    expect(desk.announcements.some(({ kind }) => kind === 'survey')).toBe(false);
    await says('something that nobody knows');
    expect(await ticket()).toMatchObject({ state: 'open' });
    expect(await ticket()).not.toHaveProperty('withdrawn');
  });

  it('is left where it is by "never mind" while they do not wait, until they say that it is to be taken back', async () => {
    const { says, lastWords, ticket, target, desk } = await stage();
    await says('a person please');
    await says('go on with the bot');
    await says('never mind');
    expect(await lastWords()).toContain('Shall I take it back?');
    expect(await ticket()).toMatchObject({ state: 'new' });
    await says('Leave it', 'solodesk.keep-request');
    desk.clock.advance(31 * 60_000);
    await says('never mind');
    expect(await lastWords()).not.toContain('take it back');
    await says('please cancel my request');
    await says('yes');
    expect(await ticket()).toMatchObject({ state: 'solved' });
    await says('Take it back', 'solodesk.withdraw');
    expect(await lastWords()).toContain('All right.');
    expect((await target()).number).toBe(1);
  });

  it('is closed for good 14 days after it was solved; what comes then is no part of it', async () => {
    const { desk, visitor, says, ticket, target } = await stage();
    await says('Talk to a person', 'solodesk.person');
    await closeAsOwner(desk, await target());
    await setStateOfTicket(desk, MARA, 'solved');
    desk.clock.advance(14 * DAY - 1);
    await closeSolvedTickets(desk);
    expect((await ticket()).state).toBe('solved');
    desk.clock.advance(1);
    await closeSolvedTickets(desk);
    expect((await ticket()).state).toBe('closed');
    expect((await conversationOf(desk, visitor)).tickets).toEqual([]);
    await expect(setStateOfTicket(desk, MARA, 'open')).rejects.toMatchObject({ kind: 'refused' });
    await says('something else is broken');
    expect((await ticket()).state).toBe('closed');
  });

  it('can be noted on, moved and given away; the new hands get a mail without what is sensitive', async () => {
    const { desk, says, ticket } = await stage();
    Object.assign(desk.mailer, { available: true });
    await says('Talk to a person', 'solodesk.person');
    await noteOnTicket(desk, MARA, 'An old friend.', 'Mara');
    const target = { to: 'address', name: 'Lee', mail: 'lee@repairs.example' } as const;
    await changeTicket(desk, MARA, { category: 'repairs', target });
    expect(await ticket()).toMatchObject({ category: 'repairs', route: { target, byHand: true, rule: null } });
    const history = await desk.store.ticketHistory('shop', (await ticket()).key);
    expect(history.map(({ what }) => what.type)).toEqual(['made', 'note', 'category', 'routed']);
    const jobs = await desk.store.claimJobs({ now: desk.clock.now(), until: 9e15, limit: 9, lease: 'L' });
    const mails = jobs.filter(({ kind }) => kind === 'mail');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ payload: { to: { address: 'lee@repairs.example' } } });
  });

  it('is not found on another site, nor when there is none', async () => {
    const { desk } = await stage();
    await expect(setStateOfTicket(desk, MARA, 'open')).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('does not keep a silent conversation from its idle end once it is solved', async () => {
    const { desk, visitor, says, target } = await stage();
    await says('Talk to a person', 'solodesk.person');
    await handBackToBot(desk, await target());
    await setStateOfTicket(desk, MARA, 'solved');
    desk.clock.advance(2 * DAY);
    await sweepByTime(desk);
    expect((await conversationOf(desk, visitor)).state).toBe('closed');
  });
});

const DRAFT: TicketDraft = {
  category: 'returns',
  form: 'return',
  subject: 'Return of order 1042',
  details: [
    { slot: 'order', label: 'Order', value: '1042', sensitive: false },
    { slot: 'iban', label: 'Account', value: 'DE02 1203', sensitive: true },
  ],
  contact: { email: 'ada@home.example' },
  missing: [],
  locale: 'en',
};

describe('what a form gives', () => {
  const opened = async (drafts: readonly TicketDraft[], change: (desk: TestDesk) => void = () => undefined) => {
    const { desk, visitor, says } = await stage();
    change(desk);
    await says('hello');
    const conversation = await conversationOf(desk, visitor);
    const reply = {
      ...{ text: 'Thank you.', quickReplies: [], links: [], handoff: null, promisedFor: null, unsureStreak: 0 },
      ...{ reason: { kind: 'form', guesses: [] } as const, tickets: drafts },
    };
    const asking = { conversation, text: 'yes', knowledge: null };
    const numbers = drafts.reduce((all, _, index) => all.with(index + 1, null), TicketHand.EMPTY);
    return withTickets(desk, desk.site, asking, reply, numbers);
  };

  it('is a ticket whose number, details and promise the bot says, and nothing that is sensitive', async () => {
    const { text, opened: made } = await opened([DRAFT]);
    expect(text).toBe(
      'Thank you.\n\nYour request has the number SHOP-T1.\nUnderstood: Order: 1042\nMara answers by T+4h.',
    );
    expect(made?.tickets[0]?.next).toMatchObject({ number: 1, subject: 'Return of order 1042', form: 'return' });
    expect(made?.outbox).toEqual([]);
  });

  it('is two tickets when there are two requests', async () => {
    const { text, opened: made } = await opened([DRAFT, { ...DRAFT, subject: 'A wrong invoice' }]);
    expect(made?.tickets.map(({ next }) => next.number)).toEqual([1, 2]);
    expect(text).toContain('SHOP-T2');
  });

  it('is confirmed by mail where mail can be sent, and says so; the sensitive value is left out', async () => {
    const { text, opened: made } = await opened([DRAFT], ({ mailer }) => Object.assign(mailer, { available: true }));
    expect(text).toContain('A confirmation is on its way to ada@home.example.');
    expect(made?.outbox).toHaveLength(1);
    expect(made?.outbox[0]).toMatchObject({
      kind: 'mail',
      key: 'ticket_received:1',
      payload: { to: { address: 'ada@home.example' }, content: { template: 'ticket_received', promise: 'T+4h' } },
    });
    expect(JSON.stringify(made?.outbox)).not.toContain('DE02');
  });

  it('is confirmed by SMS when only a telephone is known, and by nothing when that is not possible either', async () => {
    const draft = { ...DRAFT, contact: { phone: '+4930123456' } };
    const { opened: made } = await opened([draft], ({ mailer }) => Object.assign(mailer, { sms: true }));
    const text = 'Teal & Linen: we have your request, SHOP-T1. Understood: 1042. We answer by T+4h.';
    expect(made?.outbox[0]).toMatchObject({ kind: 'sms', payload: { to: '+4930123456', text } });
    expect((await opened([draft], ({ mailer }) => Object.assign(mailer, { available: true }))).opened?.outbox).toEqual(
      [],
    );
  });

  it('goes where the first rule sends it, and an address outside gets it by mail', async () => {
    const target = { to: 'address', name: 'Lee', mail: 'lee@repairs.example' } as const;
    const { opened: made } = await opened([DRAFT], (desk) => {
      desk.site.routing = [{ name: 'returns to Lee', when: { category: ['returns'] }, target }];
      Object.assign(desk.mailer, { available: true });
    });
    expect(made?.tickets[0]?.next.route).toMatchObject({ target, rule: 'returns to Lee' });
    const mail = made?.outbox.find(({ key }) => key.startsWith('routed_ticket'));
    expect(mail).toMatchObject({ payload: { content: { reason: 'returns to Lee (category returns)' } } });
    expect(JSON.stringify(mail)).not.toContain('DE02');
  });

  it('goes by the priority of what it says, though its last word was "yes"', async () => {
    const target = { to: 'person', name: 'Noah', mail: 'noah@shop.example' } as const;
    const said = (value: string, sensitive: boolean) =>
      opened([{ ...DRAFT, details: [{ slot: 'problem', label: 'Problem', value, sensitive }] }], (desk) => {
        desk.site.routing = [{ name: 'danger to Noah', when: { level: ['high', 'urgent'] }, target }];
      });
    const [ticket] = (await said('the oven started smoking', false)).opened?.tickets ?? [];
    expect(ticket?.next.reasons.map(({ name }) => name)).toContain('safety');
    expect(ticket?.next.route).toMatchObject({ target, rule: 'danger to Noah' });
    const [silent] = (await said('the oven started smoking', true)).opened?.tickets ?? [];
    expect(silent?.next.reasons.map(({ name }) => name)).not.toContain('safety');
  });

  it('goes to a second person of the business by mail, with the ticket; to the owner it goes by the desk alone', async () => {
    const target = { to: 'person', name: 'Noah', mail: 'noah@shop.example' } as const;
    const routed = async (category: string) => {
      const { opened: made } = await opened([DRAFT], (desk) => {
        desk.site.routing = [{ name: 'returns to Noah', when: { category: [category] }, target }];
        Object.assign(desk.mailer, { available: true });
      });
      return {
        route: made?.tickets[0]?.next.route,
        mail: made?.outbox.find(({ key }) => key.startsWith('routed_ticket')),
      };
    };
    const noah = await routed('returns');
    expect(noah.route).toMatchObject({ target, rule: 'returns to Noah' });
    expect(noah.mail).toMatchObject({ kind: 'mail', payload: { to: { address: 'noah@shop.example' } } });
    const owner = await routed('repairs');
    expect(owner.route).toMatchObject({ target: { to: 'owner' }, rule: null });
    expect(owner.mail).toBeUndefined();
  });
});

describe('the numbers of a decision', () => {
  it('are asked for when there are none left, and are the same when the decision is made anew', () => {
    expect(() => TicketHand.EMPTY.take(DRAFT)).toThrow(TicketNumberNeeded);
    const numbers = TicketHand.EMPTY.with(4, null).with(7, null);
    expect([numbers.take(DRAFT), numbers.take(DRAFT)]).toEqual([4, 7]);
    expect(() => numbers.take(DRAFT)).toThrow(TicketNumberNeeded);
    expect(numbers.again().take(DRAFT)).toBe(4);
  });
});
