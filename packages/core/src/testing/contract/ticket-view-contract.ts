import { newTicket, PLAIN_PRIORITY } from '../../domain/ticket/ticket.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import type { TicketView } from '../../domain/ticket/ticket-view.ts';
import type { TicketQuery } from '../../ports/ticket-store.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const LEE = { ...TO_OWNER, target: { to: 'person', name: 'Lee', mail: 'lee@repairs.example' } } as const;
const CASE = { warnAt: null, proposal: null, verdict: null };

export const ticketViewContract: Contract = ({ describe, it, expect }, stage) => {
  const make = async (number: number, change: Partial<Ticket> = {}, dueAt: number | null = null) => {
    const draft = { category: 'returns', form: null, subject: `Ticket ${number}`, details: [], missing: [] };
    const birth = { id: stage().uuid(), site: SHOP, number, at: 2_000, by: { kind: 'bot' as const }, route: TO_OWNER };
    const rest = { priority: PLAIN_PRIORITY, contactKey: null, dueAt };
    const made = newTicket({ ...draft, contact: {}, locale: 'en' }, { ...birth, ...rest });
    await stage().store.saveTicket({ ...made, next: { ...made.next, ...change } });
  };
  const find = async (sieve: Partial<TicketQuery>, limit = 9) =>
    (await stage().store.tickets(SHOP, { filter: 'open', limit, ...sieve })).map(({ number }) => number);

  describe('the list of tickets, sieved', () => {
    it('is by category, level, deadline, hands and complaint, alone and together', async () => {
      await make(1, { category: 'repairs', level: 'urgent' }, 5_000);
      await make(2, { level: 'urgent', route: LEE }, 9_000);
      await make(3, { complaint: CASE });
      await make(4, { complaint: CASE, route: LEE, level: 'low' }, 4_999);
      expect(await find({ category: 'repairs' })).toEqual([1]);
      expect(await find({ level: 'urgent' })).toEqual([1, 2]);
      expect(await find({ dueBefore: 5_000 })).toEqual([4]);
      expect(await find({ dueBefore: 5_001 })).toEqual([1, 4]);
      expect(await find({ hands: 'owner' })).toEqual([1, 3]);
      expect(await find({ hands: 'others' })).toEqual([2, 4]);
      expect(await find({ complaint: true })).toEqual([3, 4]);
      expect(await find({ complaint: true, hands: 'others', level: 'low', dueBefore: 9_999 })).toEqual([4]);
      expect(await find({ complaint: true, category: 'repairs' })).toEqual([]);
      expect(await find({ filter: 'waiting', level: 'urgent' })).toEqual([]);
    });

    it('goes on page by page', async () => {
      for (let number = 1; number <= 5; number++) await make(number, number === 2 ? { level: 'low' } : {});
      const first = await stage().store.tickets(SHOP, { filter: 'open', limit: 2, level: 'normal' });
      const after = first.at(-1)?.key ?? 0;
      expect(await find({ level: 'normal', after }, 2)).toEqual([4, 5]);
    });
  });

  describe('what the owner keeps of the ticket list', () => {
    const view = (id: string, at: number, name = id): TicketView => ({
      ...{ id, name, at },
      sieve: { filter: 'open', level: 'urgent' },
    });

    it('is there in the order in which it was kept first, whatever is changed about it', async () => {
      const { store } = stage();
      await store.putTicketView(SHOP, view('b', 1_000), 9);
      await store.putTicketView(SHOP, view('a', 2_000), 9);
      const changed = {
        ...view('b', 3_000, 'Late ones'),
        sieve: { filter: 'all', due: 'late', complaint: true },
      } as const;
      expect(await store.putTicketView(SHOP, changed, 9)).toBe(true);
      expect(await store.ticketViews(SHOP)).toEqual([{ ...changed, at: 1_000 }, view('a', 2_000)]);
    });

    it('is one site’s alone, and goes when it is dropped', async () => {
      const { store } = stage();
      await store.putTicketView(SHOP, view('a', 1_000), 9);
      await store.putTicketView(BAKERY, view('a', 1_000, 'Cakes'), 9);
      expect(await store.dropTicketView(SHOP, 'a')).toBe(true);
      expect(await store.dropTicketView(SHOP, 'a')).toBe(false);
      expect(await store.ticketViews(SHOP)).toEqual([]);
      expect(await store.ticketViews(BAKERY)).toEqual([view('a', 1_000, 'Cakes')]);
      expect(await store.ticketViews('elsewhere')).toEqual([]);
    });

    it('is never more than was said, and can be changed when it is as much', async () => {
      const { store } = stage();
      expect(await store.putTicketView(SHOP, view('a', 1_000), 2)).toBe(true);
      expect(await store.putTicketView(SHOP, view('b', 1_001), 2)).toBe(true);
      expect(await store.putTicketView(SHOP, view('c', 1_002), 2)).toBe(false);
      expect(await store.putTicketView(SHOP, view('a', 1_003, 'Other'), 2)).toBe(true);
      expect((await store.ticketViews(SHOP)).map(({ name }) => name)).toEqual(['Other', 'b']);
    });
  });
};
