import { DEFAULT_LIFE_RULES } from '../../domain/crm/life-cycle.ts';
import type { LifeRules } from '../../domain/crm/life-cycle.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const DAY = 86_400_000;

export const lifeContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (site = SHOP) => ({ site, at: 1_000, uuid: () => stage().uuid(), batch: null });
  const tend = async (day: number, rules: LifeRules = DEFAULT_LIFE_RULES, site = SHOP) => {
    while (await stage().store.tendLife(site, { rules, now: day * DAY, limit: 2 }));
  };
  const contact = async (id: string, site = SHOP) => {
    const [saved] = await stage().store.saveContacts([{ id }], write(site));
    return saved?.record.key ?? 0;
  };
  const order = (number: string, id: string, day: number) =>
    stage().store.saveOrders([{ number, customer: { id }, placedAt: day * DAY, status: 'paid' }], write());
  const stageOf = async (key: number) => (await stage().store.lifeOf(SHOP, key))?.stage;
  const moves = async (since = 0) =>
    (await stage().store.lifeMoves(SHOP, since * DAY, 9)).map(
      ({ move: { at, from, to }, contact: { id } }) => `${at / DAY} ${id} ${from} → ${to}`,
    );

  describe('the life cycle', () => {
    it('is worked out once something happened, and when time has passed', async () => {
      const ada = await contact('ada');
      expect(await stage().store.lifeOf(SHOP, ada)).toBeNull();
      await tend(100);
      expect(await stage().store.lifeOf(SHOP, ada)).toMatchObject({ stage: 'contact', since: 100 * DAY, until: null });
      await order('A-1', 'ada', 101);
      await tend(102);
      expect(await stage().store.lifeOf(SHOP, ada)).toEqual({
        ...{ stage: 'new', since: 102 * DAY, until: 131 * DAY },
        facts: {
          ...{ customerSince: 101 * DAY, firstOrderAt: 101 * DAY, lastOrderAt: 101 * DAY },
          ...{ orderBeforeAt: null, lastAskedAt: null },
        },
      });
      await tend(110);
      expect((await stage().store.lifeOf(SHOP, ada))?.since).toBe(102 * DAY);
      await tend(132);
      expect(await stageOf(ada)).toBe('active');
      await tend(192);
      await tend(282);
      expect(await stageOf(ada)).toBe('churned');
      await order('A-2', 'ada', 290);
      await tend(291);
      expect(await stageOf(ada)).toBe('won_back');
      expect(await moves()).toEqual([
        '291 ada churned → won_back',
        '282 ada at_risk → churned',
        '192 ada active → at_risk',
        '132 ada new → active',
        '102 ada contact → new',
      ]);
      expect(await moves(200)).toHaveLength(2);
    });

    it('calls a lead who talked with the desk', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      await stage().says(visitor, { at: 100 * DAY });
      const said = await store.noteVisitorContact(visitor.key, { email: 'x@one.example' }, write());
      await tend(101);
      expect(await stageOf(said.key)).toBe('lead');
    });

    it('counts and lists each stage of one site', async () => {
      const { store } = stage();
      for (const id of ['a', 'b', 'c']) await contact(id);
      await contact('baker', BAKERY);
      await order('A-1', 'b', 99);
      await tend(100);
      await tend(100, DEFAULT_LIFE_RULES, BAKERY);
      expect(await store.lifeCounts(SHOP)).toEqual({
        ...{ contact: 2, lead: 0, new: 1, active: 0, at_risk: 0, churned: 0, won_back: 0 },
      });
      const newest = await store.contactsBy(SHOP, { stages: ['contact'] }, { now: 0, limit: 1 });
      expect(newest.map(({ id }) => id)).toEqual(['c']);
      const rest = await store.contactsBy(
        SHOP,
        { stages: ['contact'] },
        { now: 0, limit: 9, before: newest[0]?.key ?? 0 },
      );
      expect(rest.map(({ id }) => id)).toEqual(['a']);
      const keys = [...newest, ...rest].map(({ key }) => key);
      expect([...(await store.stagesOf(SHOP, [...keys, 99])).entries()].sort()).toEqual(
        keys.sort().map((key) => [key, 'contact']),
      );
      expect((await store.stagesOf(BAKERY, keys)).size).toBe(0);
      expect(await moves()).toEqual([]);
    });

    it('follows the rules when they change', async () => {
      const ada = await contact('ada');
      await order('A-1', 'ada', 100);
      await tend(140);
      expect(await stageOf(ada)).toBe('active');
      const strict = { ...DEFAULT_LIFE_RULES, atRiskDays: 20, churnedDays: 30 };
      await tend(140, strict);
      expect(await stageOf(ada)).toBe('churned');
      await order('A-2', 'ada', 141);
      await tend(141, strict);
      const found = await stage().store.lifeMoves(SHOP, 140 * DAY, 9);
      expect(found.map(({ move: { to, byRules } }) => [to, byRules])).toEqual([
        ['won_back', false],
        ['churned', true],
      ]);
    });

    it('saves what is to be sent with the move that causes it', async () => {
      const ada = await contact('ada');
      await tend(100);
      await order('A-1', 'ada', 101);
      const told: string[] = [];
      await stage().store.tendLife(SHOP, {
        ...{ rules: DEFAULT_LIFE_RULES, now: 102 * DAY, limit: 9 },
        aftermath: ({ contactKey, from, to }, { id }) => {
          told.push(`${contactKey} ${id} ${from} → ${to}`);
          const payload = { endpoint: 'e', event: 'customer.moved', id: 'x', at: 1, data: {} };
          return [{ id: stage().uuid(), kind: 'webhook', key: 'e:moved', dueAt: 5, payload }];
        },
      });
      expect(told).toEqual([`${ada} ada contact → new`]);
      const jobs = await stage().store.claimJobs({ now: 10, until: 20, limit: 9, lease: 'l' });
      expect(jobs).toMatchObject([{ kind: 'webhook' }]);
    });

    it('tells of whoever stands elsewhere than before, and of nobody else', async () => {
      const [ada, bo] = [await contact('ada'), await contact('bo')];
      const placed = async (day: number) => {
        const told: number[] = [];
        const work = { rules: DEFAULT_LIFE_RULES, now: day * DAY, limit: 9 };
        await stage().store.tendLife(SHOP, { ...work, onPlaced: (key) => told.push(key) });
        return told.sort((a, b) => a - b);
      };
      expect(await placed(100)).toEqual([ada, bo]);
      expect(await placed(101)).toEqual([]);
      await order('A-1', 'ada', 101);
      expect(await placed(102)).toEqual([ada]);
    });

    it('forgets whom an erasure takes', async () => {
      const { store } = stage();
      const ada = await contact('ada');
      await tend(100);
      await order('A-1', 'ada', 100);
      await tend(101);
      expect(await moves()).toHaveLength(1);
      await store.erasePerson(SHOP, { contact: ada }, { id: stage().uuid(), at: 1, by: '' });
      expect(await moves()).toEqual([]);
      expect((await store.lifeCounts(SHOP)).new).toBe(0);
    });
  });
};
