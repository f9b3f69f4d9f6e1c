import { DEFAULT_LIFE_RULES } from '../../domain/crm/life-cycle.ts';
import type { OrderStatus } from '../../domain/records/order.ts';
import type { LifeMailSpan } from '../../ports/life-store.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const DAY = 86_400_000;

export const lifeMailContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const tend = async (day: number) => {
    const work = { rules: DEFAULT_LIFE_RULES, now: day * DAY, limit: 2 };
    while (await stage().store.tendLife(SHOP, work));
  };
  const contact = async (id: string, allowed = true) => {
    const { store } = stage();
    const [saved] = await store.saveContacts([{ id, email: `${id}@one.example` }], write());
    const key = saved?.record.key ?? 0;
    if (allowed) await store.changeProfile(SHOP, key, { marketing: { at: DAY, how: 'owner' } });
    return key;
  };
  const order = (number: string, id: string, day: number, status: OrderStatus = 'paid') =>
    stage().store.saveOrders([{ number, customer: { id }, placedAt: day * DAY, status }], write());
  const span = (from: number, until: number, change: Partial<LifeMailSpan> = {}): LifeMailSpan => ({
    ...{ message: 'hello', from: from * DAY, until: until * DAY, after: 0, limit: 9, filter: null, now: until * DAY },
    ...change,
  });
  const moved = async (...of: Parameters<typeof span>) =>
    (await stage().store.movedForMail(SHOP, 'new', span(...of))).map(({ contact: { id } }) => id);
  const plan = (contactKey: number, id: string, day: number, change: { message?: string; order?: number } = {}) => {
    const { message = 'hello', order: about = 0 } = change;
    const key = `life:${message}:${contactKey}:${about}`;
    const payload = {
      ...{ to: { address: `${id}@one.example` }, locale: 'en' as const, conversation: null },
      content: { template: 'survey' as const, title: 't', intro: '', link: 'https://d.example' },
    };
    return stage().store.planLifeMail({
      ...{ site: SHOP, message, contactKey, order: about, at: day * DAY, restMs: 7 * DAY },
      ...{ address: `${id}@one.example`, tokenHash: `hash ${key}` },
      entry: { id: stage().uuid(), kind: 'mail', key, dueAt: day * DAY, payload },
    });
  };
  const bought = async (id: string, allowed = true) => {
    const key = await contact(id, allowed);
    await tend(100);
    await order(`A-${id}`, id, 101);
    await tend(101);
    return key;
  };

  describe('messages of the life cycle', () => {
    it('are due to those who moved in the span and may get mails, once', async () => {
      const ada = await bought('ada');
      await bought('bob', false);
      expect(await moved(100, 102)).toEqual(['ada']);
      expect([await moved(101, 102), await moved(99, 100)]).toEqual([[], []]);
      expect(await moved(100, 102, { filter: { tags: ['vip'] } })).toEqual([]);
      expect(await plan(ada, 'ada', 102)).toBe(true);
      expect([await plan(ada, 'ada', 300), await moved(100, 102)]).toEqual([false, []]);
      expect(await stage().store.lifeMailCounts(SHOP)).toEqual([{ message: 'hello', sent: 1, left: 0 }]);
      expect(await stage().store.lifeMailCounts(BAKERY)).toEqual([]);
    });

    it('are due to whose first trace is an order of the last day, and to nobody who bought before a list came in', async () => {
      await tend(90);
      for (const id of ['ada', 'bob']) await contact(id);
      await order('A-ada', 'ada', 101);
      await order('A-bob', 'bob', 98);
      await tend(101);
      expect(await moved(100, 102)).toEqual(['ada']);
    });

    it('are not due to who has moved on since, nor to who is blocked', async () => {
      const { store } = stage();
      await bought('ada');
      const visitor = await stage().visitor();
      await store.linkVerifiedVisitor(visitor.key, 'ada', write());
      await store.updateVisitor(visitor.key, { blocked: 'spam' });
      expect(await moved(100, 102)).toEqual([]);
      await store.updateVisitor(visitor.key, { blocked: 'no' });
      expect(await moved(100, 102)).toEqual(['ada']);
      await tend(140);
      expect(await moved(100, 141)).toEqual([]);
    });

    it('are refused where consent was taken back before the mail was planned, and within the time to rest', async () => {
      const ada = await bought('ada');
      await stage().store.changeProfile(SHOP, ada, { marketing: null });
      expect(await plan(ada, 'ada', 102)).toBe(false);
      await stage().store.changeProfile(SHOP, ada, { marketing: { at: 2 * DAY, how: 'owner' } });
      expect(await plan(ada, 'ada', 102)).toBe(true);
      expect(await plan(ada, 'ada', 105, { message: 'other' })).toBe(false);
      expect(await plan(ada, 'ada', 110, { message: 'other' })).toBe(true);
      expect(await plan(ada + 900, 'ada', 300)).toBe(false);
    });

    it('follow a delivery, an order at a time, unless it is history or came back', async () => {
      const { store } = stage();
      const ada = await contact('ada');
      await order('A-1', 'ada', 100);
      await order('A-2', 'ada', 20, 'delivered');
      await tend(101);
      const due = async () => store.deliveredForMail(SHOP, span(101, 103));
      expect(await due()).toEqual([]);
      await order('A-1', 'ada', 100, 'delivered');
      await tend(102);
      const [first] = await due();
      expect(first?.contact.id).toBe('ada');
      expect(await plan(ada, 'ada', 103, { order: first?.order ?? 0 })).toBe(true);
      expect(await due()).toEqual([]);
      await order('A-3', 'ada', 101, 'delivered');
      await tend(103);
      expect(await due()).toHaveLength(1);
      await order('A-3', 'ada', 101, 'returned');
      await tend(103);
      expect(await due()).toEqual([]);
    });

    it('end for everybody at an address with one click, and what waits is taken back', async () => {
      const { store } = stage();
      const ada = await bought('ada');
      await plan(ada, 'ada', 102);
      const token = `hash life:hello:${ada}:0`;
      expect(await store.findLifeMail(token)).toEqual({
        ...{ site: SHOP, message: 'hello', contactKey: ada, address: 'ada@one.example', at: 102 * DAY },
        unsubscribedAt: null,
      });
      expect([await store.unsubscribe('other', 1), await store.findLifeMail('other')]).toEqual([false, null]);
      expect(await store.unsubscribe(token, 103 * DAY)).toBe(true);
      expect((await store.profile(SHOP, ada))?.marketing).toBeNull();
      expect(await store.claimJobs({ now: 200 * DAY, until: 201 * DAY, limit: 9, lease: 'l' })).toEqual([]);
      await store.unsubscribe(token, 104 * DAY);
      expect((await store.findLifeMail(token))?.unsubscribedAt).toBe(103 * DAY);
      // A list knows nothing of it, unless it says that they came back later.
      const write = { site: SHOP, at: 110 * DAY, uuid: () => stage().uuid(), batch: null };
      await store.saveContacts([{ email: 'ada@one.example', marketing: true }], write);
      await store.saveContacts([{ email: 'ada@one.example', marketingSince: 102 * DAY }], write);
      expect((await store.profile(SHOP, ada))?.marketing).toBeNull();
      await store.saveContacts([{ email: 'ada@one.example', marketingSince: 105 * DAY }], write);
      expect((await store.profile(SHOP, ada))?.marketing).toEqual({ at: 105 * DAY, how: 'api' });
      await store.changeProfile(SHOP, ada, { marketing: null });
      // An import of long ago knows nothing of it; a later word of theirs counts.
      await store.changeProfile(SHOP, ada, { marketing: { at: DAY, how: 'import' } });
      expect(await plan(ada, 'ada', 120, { message: 'other' })).toBe(false);
      await store.changeProfile(SHOP, ada, { marketing: { at: 130 * DAY, how: 'owner' } });
      expect(await plan(ada, 'ada', 131, { message: 'other' })).toBe(true);
      expect(await store.lifeMailCounts(SHOP)).toEqual([
        { message: 'hello', sent: 1, left: 1 },
        { message: 'other', sent: 1, left: 0 },
      ]);
    });

    it('forget whom an erasure takes', async () => {
      const ada = await bought('ada');
      await plan(ada, 'ada', 102);
      await stage().store.erasePerson(SHOP, { contact: ada }, { id: stage().uuid(), at: 1, by: '' });
      expect(await stage().store.findLifeMail(`hash life:hello:${ada}:0`)).toBeNull();
      expect(await stage().store.claimJobs({ now: 200 * DAY, until: 201 * DAY, limit: 9, lease: 'l' })).toEqual([]);
    });
  });
};
