import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const spendContract: Contract = ({ describe, it, expect }, stage) => {
  const write = (batch: number | null = null, site = SHOP) => ({
    ...{ site, at: 1_000, uuid: () => stage().uuid(), batch },
  });
  const row = (channel: string, month: string, amount: number, currency = 'EUR') => ({
    channel,
    month,
    currency,
    amount,
  });
  const all = { from: '0000-00', to: '9999-99' };

  describe('what was spent', () => {
    it('is one amount a channel, month and currency, the last that was said', async () => {
      const { store } = stage();
      await store.saveSpend([row('google', '2026-05', 100), row('fair', '2026-05', 7, 'USD')], write());
      const again = await store.saveSpend([row('google', '2026-05', 250), row('google', '2026-05', 9, 'USD')], write());
      expect(again.map(({ outcome }) => outcome)).toEqual(['changed', 'new']);
      expect(
        (await store.spend(SHOP, all)).map(({ channel, currency, amount }) => [channel, currency, amount]),
      ).toEqual([
        ['fair', 'USD', 7],
        ['google', 'EUR', 250],
        ['google', 'USD', 9],
      ]);
    });

    it('is found by its months, and of its own site', async () => {
      const { store } = stage();
      await store.saveSpend([row('a', '2026-04', 1), row('a', '2026-05', 2), row('a', '2026-06', 3)], write());
      await store.saveSpend([row('a', '2026-05', 99)], write(null, BAKERY));
      const amounts = async (from: string, to: string) =>
        (await store.spend(SHOP, { from, to })).map(({ amount }) => amount);
      expect(await amounts('2026-05', '2026-05')).toEqual([2]);
      expect(await amounts('2026-05', '2026-12')).toEqual([2, 3]);
    });

    it('can be taken out, by its own site only', async () => {
      const { store } = stage();
      const [saved] = await store.saveSpend([row('a', '2026-04', 1)], write());
      const key = saved?.record.key ?? 0;
      expect(await store.deleteSpend(BAKERY, key)).toBe(false);
      expect(await store.deleteSpend(SHOP, key)).toBe(true);
      expect(await store.deleteSpend(SHOP, key)).toBe(false);
      expect(await store.spend(SHOP, all)).toEqual([]);
    });

    it('of an import is taken back with it', async () => {
      const { store } = stage();
      await store.saveSpend([row('a', '2026-04', 1)], write());
      const { key } = await store.startBatch({ site: SHOP, kind: 'spend', file: 'spend.csv', at: 1 });
      await store.saveSpend([row('a', '2026-04', 5), row('b', '2026-04', 6)], write(key));
      const undone = await store.undoBatch(SHOP, key, { at: 2, limit: 10 });
      expect(undone).toEqual({ removed: 1, restored: 1, kept: 0, done: true });
      expect((await store.spend(SHOP, all)).map(({ channel, amount }) => [channel, amount])).toEqual([['a', 1]]);
    });
  });
};
