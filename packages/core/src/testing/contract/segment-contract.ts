import type { ContactFilter } from '../../domain/crm/contact-filter.ts';
import { DEFAULT_LIFE_RULES } from '../../domain/crm/life-cycle.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;

export const segmentContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const people = async () => {
    const { store } = stage();
    const saved = await store.saveContacts(
      [
        { id: 'ada', email: 'ada@one.example', locale: 'en' },
        { id: 'bob', locale: 'zh', name: '王芳' },
        { id: 'eve', customerSince: 3 * DAY },
      ],
      write(),
    );
    await store.saveContacts([{ id: 'baker', locale: 'en' }], write(BAKERY));
    const [ada = 0, bob = 0] = saved.map(({ record }) => record.key);
    await store.changeProfile(SHOP, ada, { addTags: ['vip', 'press'], marketing: { at: 1, how: 'owner' } });
    await store.changeProfile(SHOP, bob, { addTags: ['vip'], attributes: { 尺码: 'M' } });
    const order = (number: string, day: number, total: number, status: 'paid' | 'returned' = 'paid') => ({
      ...{ number, customer: { id: 'ada' }, placedAt: day * DAY, status, total, currency: 'EUR' },
    });
    await store.saveOrders(
      [order('A-1', 90, 5_000), order('A-2', 95, 4_000), order('A-3', 96, 900, 'returned')],
      write(),
    );
    const visitor = await stage().visitor();
    await stage().says(visitor, { at: 80 * DAY });
    await store.linkVerifiedVisitor(visitor.key, 'bob', write());
    await store.updateVisitor(visitor.key, { blocked: 'blocked' });
    while (await store.tendLife(SHOP, { rules: DEFAULT_LIFE_RULES, now: NOW, limit: 2 }));
    return { ada, bob };
  };
  const found = async (filter: ContactFilter, page: { search?: string } = {}) => {
    const contacts = await stage().store.contactsBy(SHOP, filter, { now: NOW, limit: 9, ...page });
    const ids = contacts.map(({ id }) => id).join(' ');
    if (page.search === undefined) expect(await stage().store.countContacts(SHOP, filter, NOW)).toBe(contacts.length);
    return ids;
  };

  describe('contacts by what is known of them', () => {
    it('are everybody of one site, the newest first, where nothing is asked for', async () => {
      await people();
      expect(await found({})).toBe('eve bob ada');
      expect(await stage().store.countContacts(BAKERY, {}, NOW)).toBe(1);
      expect(await stage().store.countContacts('nowhere', {}, NOW)).toBe(0);
      expect(await stage().store.contactsBy('nowhere', {}, { now: NOW, limit: 9 })).toEqual([]);
    });

    it('fit each of stage, tags, language, consent, block, kind and attribute', async () => {
      await people();
      const asked: [ContactFilter, string][] = [
        [{ stages: ['new', 'lead'] }, 'bob ada'],
        [{ tags: ['vip'] }, 'bob ada'],
        [{ tags: ['vip', 'press'] }, 'ada'],
        [{ locale: 'zh' }, 'bob'],
        [{ marketing: true }, 'ada'],
        [{ marketing: false }, 'eve bob'],
        [{ customer: true }, 'eve ada'],
        [{ customer: false }, 'bob'],
        [{ blocked: true }, 'bob'],
        [{ blocked: false }, 'eve ada'],
        [{ attribute: { name: '尺码' } }, 'bob'],
        [{ attribute: { name: '尺码', value: 'L' } }, ''],
        [{ attribute: { name: "x' OR 1" } }, ''],
        [{ tags: ["vip' OR '1"] }, ''],
      ];
      for (const [filter, ids] of asked) expect([filter, await found(filter)]).toEqual([filter, ids]);
    });

    it('fit what they bought and when they were seen, where what went back counts for nothing', async () => {
      await people();
      const asked: [ContactFilter, string][] = [
        [{ minOrders: 2 }, 'ada'],
        [{ minOrders: 3 }, ''],
        [{ maxOrders: 0 }, 'eve bob'],
        [{ spent: { atLeast: 9_000, currency: 'EUR' } }, 'ada'],
        [{ spent: { atLeast: 9_001, currency: 'EUR' } }, ''],
        [{ spent: { atLeast: 1, currency: 'USD' } }, ''],
        [{ seenWithinDays: 20 }, 'bob'],
        [{ seenWithinDays: 19 }, ''],
        [{ unseenForDays: 19 }, 'eve bob ada'],
        [{ unseenForDays: 21 }, 'eve ada'],
        [{ orderedWithinDays: 5 }, 'ada'],
        [{ orderedWithinDays: 4 }, ''],
        [{ solvedWithinDays: 30 }, ''],
      ];
      for (const [filter, ids] of asked) expect([filter, await found(filter)]).toEqual([filter, ids]);
    });

    it('include nobody who is kept out without a contact: browsers have a list of their own', async () => {
      const { store } = stage();
      const [first, second] = [await stage().visitor(), await stage().visitor(SHOP, { blocked: 'spam' })];
      await stage().visitor(BAKERY, { blocked: 'blocked' });
      await store.updateVisitor(first.key, { blocked: 'blocked' });
      const keys = async (page: { before?: number; limit: number }) =>
        (await store.blockedVisitors(SHOP, page)).map(({ key }) => key);
      expect(await keys({ limit: 9 })).toEqual([second.key, first.key]);
      expect(await keys({ limit: 9, before: second.key })).toEqual([first.key]);
      await store.updateVisitor(first.key, { blocked: 'no' });
      expect(await keys({ limit: 9 })).toEqual([second.key]);
    });

    it('come page by page, and are searched', async () => {
      await people();
      const { store } = stage();
      const [first] = await store.contactsBy(SHOP, {}, { now: NOW, limit: 1 });
      expect(first?.id).toBe('eve');
      const rest = await store.contactsBy(SHOP, {}, { now: NOW, limit: 9, before: first?.key ?? 0 });
      expect(rest.map(({ id }) => id)).toEqual(['bob', 'ada']);
      expect(await found({ tags: ['vip'] }, { search: '王芳' })).toBe('bob');
      expect(await found({ tags: ['press'] }, { search: '王芳' })).toBe('');
      expect(await found({}, { search: 'ADA@' })).toBe('ada');
    });
  });
};
