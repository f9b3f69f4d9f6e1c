import type { QueueMark } from '../../domain/next-up/queue-mark.ts';
import { newTicket, PLAIN_PRIORITY } from '../../domain/ticket/ticket.ts';
import { TO_OWNER } from '../../domain/ticket/ticket-route.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const nextUpContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const ticket = async (number: number, dueAt: number | null, site = SHOP) => {
    const draft = { category: 'returns', form: null, subject: `Ticket ${number}`, details: [], missing: [] };
    const birth = { id: stage().uuid(), site, number, at: 2_000, by: { kind: 'bot' as const }, route: TO_OWNER };
    const rest = { priority: PLAIN_PRIORITY, contactKey: null, dueAt };
    const change = newTicket({ ...draft, contact: {}, locale: 'en' }, { ...birth, ...rest });
    await stage().store.saveTicket(change);
    return change;
  };
  const mark = (subject: number, change: Partial<QueueMark> = {}): QueueMark => ({
    ...{ place: { kind: 'chat', subject }, stamp: 7, until: null, at: 5_000 },
    ...change,
  });

  describe('the queue', () => {
    it('finds the open tickets of a site that are due, the earliest first', async () => {
      const { store } = stage();
      await ticket(1, 9_000);
      await ticket(2, 8_000);
      await ticket(3, null);
      await ticket(4, 10_000);
      await ticket(5, 100, BAKERY);
      const settled = await ticket(6, 7_000);
      const saved = await store.findTicketByNumber(SHOP, 6);
      await store.saveTicket({
        expectedVersion: 1,
        next: { ...settled.next, ...saved, version: 2, state: 'waiting' },
        history: [],
      });
      const numbers = async (before: number, limit = 10) =>
        (await store.ticketsDue(SHOP, before, limit)).map(({ number }) => number);
      expect(await numbers(10_000)).toEqual([2, 1]);
      expect(await numbers(10_001, 2)).toEqual([2, 1]);
      expect(await numbers(10_001)).toEqual([2, 1, 4]);
      expect(await store.ticketsDue('elsewhere', 10_000, 10)).toEqual([]);
    });

    it('knows who has paid for something, and takes neither a refund nor another site’s order for it', async () => {
      const { store } = stage();
      const [paid, refunded, stranger] = [await stage().visitor(), await stage().visitor(), await stage().visitor()];
      await store.linkVerifiedVisitor(paid.key, 'K-1', write());
      await store.linkVerifiedVisitor(refunded.key, 'K-2', write());
      const order = { total: 4_200, currency: 'EUR' };
      await store.saveOrders(
        [
          { ...order, number: 'TL-1', customer: { id: 'K-1' }, status: 'delivered' },
          { ...order, number: 'TL-2', customer: { id: 'K-2' }, status: 'refunded' },
        ],
        write(),
      );
      const keys = [stranger.key, refunded.key, paid.key];
      expect(await store.payingVisitors(SHOP, keys)).toEqual([paid.key]);
      expect(await store.payingVisitors(BAKERY, keys)).toEqual([]);
      expect(await store.payingVisitors(SHOP, [])).toEqual([]);
    });

    it('keeps what was put away, of each thing the last word, and of each site its own', async () => {
      const { store } = stage();
      await store.putQueueMark(SHOP, mark(1), 0);
      await store.putQueueMark(SHOP, mark(1, { until: 9_000, stamp: 8, at: 6_000 }), 0);
      await store.putQueueMark(SHOP, mark(1, { place: { kind: 'ticket', subject: 1 } }), 0);
      await store.putQueueMark(BAKERY, mark(1), 0);
      expect(await store.queueMarks(SHOP, 10)).toEqual([
        mark(1, { until: 9_000, stamp: 8, at: 6_000 }),
        mark(1, { place: { kind: 'ticket', subject: 1 } }),
      ]);
      expect(await store.queueMarks(SHOP, 1)).toHaveLength(1);
      expect(await store.queueMarks('elsewhere', 10)).toEqual([]);
      expect(await store.dropQueueMark(SHOP, { kind: 'chat', subject: 1 })).toBe(true);
      expect(await store.dropQueueMark(SHOP, { kind: 'chat', subject: 1 })).toBe(false);
      expect(await store.queueMarks(BAKERY, 10)).toHaveLength(1);
    });

    it('forgets what was put away long ago, when the next thing is', async () => {
      const { store } = stage();
      await store.putQueueMark(SHOP, mark(1, { at: 1_000 }), 0);
      await store.putQueueMark(SHOP, mark(2, { at: 2_000 }), 0);
      await store.putQueueMark(SHOP, mark(3, { at: 3_000 }), 1_000);
      expect((await store.queueMarks(SHOP, 10)).map(({ place }) => place.subject)).toEqual([3, 2]);
    });

    it('forgets with a person what was put away about them', async () => {
      const { store } = stage();
      const [visitor, other] = [await stage().visitor(), await stage().visitor()];
      await stage().says(visitor);
      await stage().says(other);
      for (const { key } of [visitor, other]) await store.putQueueMark(SHOP, mark(key), 0);
      const { id } = await stage().conversation(visitor);
      const erasure = await store.erasePerson(SHOP, { conversation: id }, { id: 'receipt', at: 9_000, by: 'Mara' });
      expect(erasure?.rows.find(({ table }) => table === 'queue_mark')).toEqual({
        table: 'queue_mark',
        erased: 1,
        anonymised: 0,
      });
      expect((await store.queueMarks(SHOP, 10)).map(({ place }) => place.subject)).toEqual([other.key]);
    });
  });
};
