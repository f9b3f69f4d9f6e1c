import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { ownerAnswers, setTicketState, visitorAdds, visitorWithdraws } from '../../domain/ticket/ticket-commands.ts';
import type { TicketDraft } from '../../domain/ticket/ticket-draft.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import { PLAIN_PRIORITY, newTicket } from '../../domain/ticket/ticket.ts';
import type { Ticket, TicketBirth, TicketChange } from '../../domain/ticket/ticket.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP, committed } from './stage.ts';
import type { Stage } from './stage.ts';

const DRAFT: TicketDraft = {
  category: 'returns',
  form: 'return',
  subject: 'Return of order 1042',
  details: [
    { slot: 'order', label: 'Order', value: '1042', sensitive: false },
    { slot: 'iban', label: 'Account', value: 'DE02 1203 0000 0000 2020 51', sensitive: true },
  ],
  contact: { name: 'Ada', email: 'ada@home.example' },
  missing: ['photo'],
  locale: 'en',
};

interface Wish {
  site?: string;
  draft?: Partial<TicketDraft>;
  birth?: Partial<TicketBirth>;
  priority?: number;
}

/** A ticket with the site's next number; not saved yet. */
async function drawn(
  on: Stage,
  { site = SHOP, draft = {}, birth = {}, priority = 30 }: Wish = {},
): Promise<TicketChange> {
  const number = await on.store.drawTicketNumber(site);
  return newTicket(
    { ...DRAFT, ...draft },
    {
      ...{ id: on.uuid(), site, number, at: 1_000, by: { kind: 'visitor' }, route: TO_OWNER },
      ...{ priority: { ...PLAIN_PRIORITY, priority }, contactKey: null, dueAt: null },
      ...birth,
    },
  );
}

async function saved(on: Stage, change: TicketChange | null): Promise<Ticket> {
  if (change === null) throw new Error('there was nothing to change');
  const outcome = await on.store.saveTicket(change);
  if (outcome.kind !== 'saved') throw new Error('refused: conflict');
  return outcome.ticket;
}

export const made = async (on: Stage, wish: Wish = {}) => saved(on, await drawn(on, wish));

/** A visitor's message that causes these changes. */
const causes = async (on: Stage, visitor: Visitor, ...tickets: TicketChange[]) =>
  on.commit({ ...(await on.message(visitor)), tickets });

export const ticketContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a ticket', () => {
    it('is saved with the message that causes it, belongs to its conversation, and reads as it was decided', async () => {
      const visitor = await stage().visitor();
      const change = await drawn(stage(), { birth: { dueAt: 9_000, contactKey: 4 } });
      const { conversation, tickets = [] } = await causes(stage(), visitor, change);
      const [ticket] = tickets;
      expect(tickets).toHaveLength(1);
      expect(ticket).toEqual({ ...change.next, key: ticket?.key, conversationKey: conversation.key });
      const { store } = stage();
      expect(await store.findTicket(SHOP, change.next.id)).toEqual(ticket);
      expect(await store.findTicketByNumber(SHOP, change.next.number)).toEqual(ticket);
      expect(await store.ticketsOfConversation(SHOP, conversation.key)).toEqual([ticket]);
      expect(await store.ticketHistory(SHOP, ticket?.key ?? 0)).toEqual(change.history);
    });

    it('is found by the person whose it is, the newest first, within their site', async () => {
      const mine = await made(stage(), { birth: { contactKey: 4 } });
      await made(stage(), { birth: { contactKey: 5 } });
      const later = await made(stage(), { birth: { contactKey: 4 } });
      await made(stage(), { site: BAKERY, birth: { contactKey: 4 } });
      const { store } = stage();
      expect((await store.ticketsOfContact(SHOP, 4, 10)).map(({ key }) => key)).toEqual([later.key, mine.key]);
      expect(await store.ticketsOfContact(SHOP, 4, 1)).toEqual([later]);
      expect(await store.ticketsOfContact(SHOP, 6, 10)).toEqual([]);
    });

    it('is not there when its commit was refused, neither for a conflict nor for a repeat', async () => {
      const visitor = await stage().visitor();
      const late = await stage().message(visitor);
      await stage().says(visitor, { clientId: 'm' });
      const refused = await stage().store.commit({ ...late, tickets: [await drawn(stage())] });
      expect(refused).toMatchObject({ kind: 'conflict' });
      const again = await stage().message(visitor, { clientId: 'm' });
      const repeated = await stage().store.commit({ ...again, tickets: [await drawn(stage())] });
      expect(repeated).toMatchObject({ kind: 'duplicate' });
      expect(await stage().store.tickets(SHOP, { filter: 'all', limit: 10 })).toEqual([]);
    });

    it('that was changed meanwhile refuses the commit that did not know of it, message and all', async () => {
      const visitor = await stage().visitor();
      const { tickets = [] } = await causes(stage(), visitor, await drawn(stage()));
      const ticket = tickets[0] as Ticket;
      await saved(stage(), setTicketState(ticket, 'solved', { kind: 'owner', name: 'Mara' }, 2_000));
      const stale = visitorAdds(ticket, 2, 3_000) as TicketChange;
      const message = await stage().message(visitor);
      expect(await stage().store.commit({ ...message, tickets: [stale] })).toMatchObject({ kind: 'conflict' });
      expect((await stage().conversation(visitor)).lastSeq).toBe(1);
      expect(await stage().store.saveTicket(stale)).toMatchObject({ kind: 'conflict' });
      const now = await stage().store.findTicketByNumber(SHOP, 1);
      expect(now).toMatchObject({ state: 'solved', version: 2, solvedAt: 2_000 });
    });

    it('keeps its history in order', async () => {
      let ticket = await made(stage());
      ticket = await saved(stage(), ownerAnswers(ticket, 'Mara', 5, 2_000));
      ticket = await saved(stage(), visitorAdds(ticket, 6, 3_000));
      const history = await stage().store.ticketHistory(SHOP, ticket.key);
      expect(history.map(({ at, what }) => `${at} ${what.type}`)).toEqual([
        '1000 made',
        '2000 answered',
        '2000 state',
        '3000 added',
        '3000 state',
      ]);
      expect(history[2]?.what).toEqual({ type: 'state', from: 'new', to: 'waiting' });
      expect(history[1]?.by).toEqual({ kind: 'owner', name: 'Mara' });
    });

    it('that was taken back is told from a solved one: in a timeline, and in who had something solved', async () => {
      const { store } = stage();
      const write = { site: SHOP, at: 1_000, uuid: () => stage().uuid(), batch: null };
      const people = await store.saveContacts([{ id: 'ada' }, { id: 'bob' }], write);
      const [ada = 0, bob = 0] = people.map(({ record }) => record.key);
      const solved = await made(stage(), { birth: { contactKey: ada } });
      await saved(stage(), setTicketState(solved, 'solved', { kind: 'owner', name: 'Mara' }, 2_000));
      const taken = await made(stage(), { birth: { contactKey: bob } });
      const back = await saved(stage(), visitorWithdraws(taken, 3, 2_000));
      expect(await store.findTicketByNumber(SHOP, back.number)).toMatchObject({ state: 'solved', withdrawn: true });
      const had = async () =>
        (await store.contactsBy(SHOP, { solvedWithinDays: 1 }, { now: 3_000, limit: 9 })).map(({ id }) => id);
      expect(await had()).toEqual(['ada']);
      const states = async (key: number) =>
        (await store.timeline(SHOP, key, { limit: 9 })).items.flatMap((item) => ('state' in item ? item.state : []));
      expect([...(await states(ada)), ...(await states(bob))]).toEqual(['solved', 'withdrawn']);
      const again = await saved(stage(), visitorAdds(back, 4, 3_000));
      expect('withdrawn' in again).toBe(false);
      expect(await states(bob)).toEqual(['open']);
      await saved(stage(), setTicketState(again, 'solved', { kind: 'api' }, 4_000));
      expect(await had()).toEqual(['bob', 'ada']);
    });

    it('may come two at a time from one message', async () => {
      const visitor = await stage().visitor();
      const both = [await drawn(stage()), await drawn(stage(), { draft: { subject: 'A wrong invoice' } })];
      const { tickets = [] } = await causes(stage(), visitor, ...both);
      expect(tickets.map(({ number, subject }) => `${number} ${subject}`)).toEqual([
        '1 Return of order 1042',
        '2 A wrong invoice',
      ]);
    });

    it('is known by its conversation, which keeps its number among those that are open', async () => {
      const visitor = await stage().visitor();
      const message = await stage().message(visitor);
      const first = await stage().commit({ ...message, next: { ...message.next, tickets: [3, 17] } });
      expect(first.conversation.tickets).toEqual([3, 17]);
      expect((await stage().says(visitor)).conversation.tickets).toEqual([3, 17]);
      const last = await stage().message(visitor);
      await stage().commit({ ...last, next: { ...last.next, tickets: [] } });
      expect((await stage().store.findConversation(SHOP, message.next.id))?.conversation.tickets).toEqual([]);
    });

    it('that changed is told in the log to both sides', async () => {
      const visitor = await stage().visitor();
      const message = await stage().message(visitor);
      const entry = { type: 'ticket', number: 17, name: 'SHOP-T17', state: 'open', reopened: true } as const;
      const events = [...message.events, { seq: 2, at: 1_000, entry }];
      committed(await stage().store.commit({ ...message, events, next: { ...message.next, lastSeq: 2 } }));
      const log = await stage().store.readLog(message.next.visitorKey, { limit: 10 });
      expect(log[1]?.entry).toEqual(entry);
    });
  });

  describe('a ticket that changes outside of a conversation', () => {
    const mail: OutboxEntry = {
      kind: 'mail',
      id: 'mail-1',
      key: 'routed_ticket:1:2',
      dueAt: 4_000,
      payload: {
        to: { address: 'tech@home.example' },
        locale: 'en',
        conversation: null,
        content: { template: 'ticket_solved', ticket: 'SHOP-T1', subject: 'A return', note: null },
      },
    };

    it('causes its mails in the same write, and none when it is refused', async () => {
      const ticket = await made(stage());
      const solved = setTicketState(ticket, 'solved', { kind: 'api' }, 2_000) as TicketChange;
      expect(await stage().store.saveTicket(solved, [mail])).toMatchObject({ kind: 'saved' });
      expect(await stage().store.nextJobAt()).toBe(4_000);
      const late = { ...mail, id: 'mail-2', key: 'routed_ticket:1:3', dueAt: 3_000 };
      expect(await stage().store.saveTicket(solved, [late])).toEqual({ kind: 'conflict' });
      expect(await stage().store.nextJobAt()).toBe(4_000);
    });
  });

  describe('the numbers of tickets', () => {
    it('go up by one a site, and none is given twice, whoever asks at the same time', async () => {
      const { store } = stage();
      const drawn = await Promise.all(Array.from({ length: 20 }, () => store.drawTicketNumber(SHOP)));
      expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await store.drawTicketNumber(BAKERY)).toBe(1);
      expect(await store.drawTicketNumber(SHOP)).toBe(21);
    });
  });

  describe('the list of tickets', () => {
    const numbers = (tickets: readonly Ticket[]) => tickets.map(({ number }) => number);

    it('begins with what presses most, of equals with the oldest, a page at a time', async () => {
      for (const priority of [30, 80, 30, 95]) await made(stage(), { priority });
      const { store } = stage();
      expect(numbers(await store.tickets(SHOP, { filter: 'open', limit: 10 }))).toEqual([4, 2, 1, 3]);
      const first = await store.tickets(SHOP, { filter: 'open', limit: 3 });
      const after = first.at(-1)?.key ?? 0;
      expect(numbers(first)).toEqual([4, 2, 1]);
      expect(numbers(await store.tickets(SHOP, { filter: 'open', limit: 3, after }))).toEqual([3]);
    });

    it('keeps apart what is open, what waits for the customer and what is solved, the last changed first', async () => {
      const { store } = stage();
      const owner = { kind: 'owner', name: 'Mara' } as const;
      const [one, two, three] = [await made(stage()), await made(stage()), await made(stage())];
      await saved(stage(), ownerAnswers(one, 'Mara', null, 2_000));
      await saved(stage(), setTicketState(three, 'solved', owner, 2_500));
      await saved(stage(), setTicketState(two, 'solved', owner, 3_000));
      await made(stage());
      expect(numbers(await store.tickets(SHOP, { filter: 'open', limit: 9 }))).toEqual([4]);
      expect(numbers(await store.tickets(SHOP, { filter: 'waiting', limit: 9 }))).toEqual([1]);
      expect(numbers(await store.tickets(SHOP, { filter: 'solved', limit: 9 }))).toEqual([2, 3]);
      expect(numbers(await store.tickets(SHOP, { filter: 'all', limit: 9 }))).toEqual([2, 3, 1, 4]);
      expect(await store.countTickets(SHOP)).toEqual({ open: 1, waiting: 1, solved: 2 });
    });

    it('is searched by words, in any case, never by what is sensitive', async () => {
      await made(stage(), { draft: { subject: '退货 100% Linen_Sheet' } });
      await made(stage());
      const find = async (...words: string[]) =>
        numbers(await stage().store.tickets(SHOP, { filter: 'all', words, limit: 9 }));
      expect(await find('退货')).toEqual([1]);
      expect(await find('100%', 'linen_SHEET')).toEqual([1]);
      expect(await find('ADA@home.example', '1042', 'return of')).toEqual([2]);
      expect(await find('1203')).toEqual([]);
      expect(await find('linen%sheet')).toEqual([]);
    });

    it('can be of one category', async () => {
      await made(stage(), { draft: { category: 'repairs' } });
      await made(stage());
      const found = await stage().store.tickets(SHOP, { filter: 'open', category: 'repairs', limit: 9 });
      expect(numbers(found)).toEqual([1]);
    });

    it('is of one site: another finds nothing, whatever it asks', async () => {
      const ticket = await made(stage());
      const { store } = stage();
      expect(await store.findTicket(BAKERY, ticket.id)).toBeNull();
      expect(await store.findTicketByNumber(BAKERY, ticket.number)).toBeNull();
      expect(await store.tickets(BAKERY, { filter: 'all', limit: 9 })).toEqual([]);
      expect(await store.countTickets(BAKERY)).toEqual({ open: 0, waiting: 0, solved: 0 });
      expect(await store.ticketHistory(BAKERY, ticket.key)).toEqual([]);
      expect(await store.ticketsOfConversation(BAKERY, ticket.conversationKey ?? 0)).toEqual([]);
    });
  });

  describe('what time makes due of tickets', () => {
    it('are those that have been solved for long, of all sites, the longest first', async () => {
      const owner = { kind: 'owner', name: 'Mara' } as const;
      const [one, two, three] = [await made(stage()), await made(stage(), { site: BAKERY }), await made(stage())];
      await saved(stage(), setTicketState(one, 'solved', owner, 5_000));
      await saved(stage(), setTicketState(two, 'solved', owner, 4_000));
      await saved(stage(), setTicketState(three, 'solved', owner, 6_000));
      const due = await stage().store.solvedTicketsBefore(5_000, 9);
      expect(due.map(({ site, number }) => `${site} ${number}`)).toEqual(['bakery 1', 'shop 1']);
      expect(await stage().store.solvedTicketsBefore(9_000, 1)).toHaveLength(1);
    });

    it('are those whose priority rises, and none that are settled', async () => {
      const rising = (rescoreAt: number) => ({ birth: { priority: { ...PLAIN_PRIORITY, rescoreAt } } });
      await made(stage(), rising(4_000));
      await made(stage(), { site: BAKERY, ...rising(3_000) });
      await made(stage(), rising(5_001));
      const settled = await made(stage(), rising(2_000));
      await saved(stage(), setTicketState(settled, 'solved', { kind: 'api' }, 2_500));
      const due = await stage().store.ticketsToRescore(5_000, 9);
      expect(due.map(({ site, number }) => `${site} ${number}`)).toEqual(['bakery 1', 'shop 1']);
    });
  });
};
