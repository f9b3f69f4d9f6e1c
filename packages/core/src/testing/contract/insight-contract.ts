import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

export const insightContract: Contract = ({ describe, it, expect }, stage) => {
  const draft = (period: string, body: string, kind = 'figures', model = 'm1') => ({ kind, period, model, body });

  describe('what the batch found', () => {
    it('is a new version only where it differs, in its content or in the code that found it', async () => {
      const { store } = stage();
      expect(await store.saveInsights(SHOP, [draft('2026-11-01', '1'), draft('2026-11-02', '2')], 10)).toMatchObject({
        saved: 2,
      });
      expect(await store.saveInsights(SHOP, [draft('2026-11-01', '1'), draft('2026-11-02', '3')], 20)).toMatchObject({
        saved: 1,
      });
      expect(await store.saveInsights(SHOP, [draft('2026-11-01', '1', 'figures', 'm2')], 30)).toMatchObject({
        saved: 1,
      });
      const first = await store.insightResult(SHOP, 'figures', '2026-11-01');
      expect(first).toEqual({ ...draft('2026-11-01', '1', 'figures', 'm2'), version: 2, madeAt: 30 });
      const found = await store.insightResults(SHOP, 'figures', { from: '2026-11-01', to: '2026-11-02' });
      expect(found.map(({ period, version, body }) => [period, version, body])).toEqual([
        ['2026-11-01', 2, '1'],
        ['2026-11-02', 2, '3'],
      ]);
    });

    it('is read no more once it is taken back, until something is found again', async () => {
      const { store } = stage();
      const days = { from: '2026-11-01', to: '2026-11-02' };
      await store.saveInsights(SHOP, [draft('2026-11-01', '1'), draft('2026-11-02', '1234')], 1);
      await store.saveInsights(SHOP, [draft('2026-11-01', 'null')], 2);
      expect(await store.insightResult(SHOP, 'figures', '2026-11-01')).toBeNull();
      expect(await store.insightPeriods(SHOP, 'figures')).toEqual(['2026-11-02']);
      expect((await store.insightResults(SHOP, 'figures', days)).map(({ body }) => body)).toEqual(['1234']);
      await store.saveInsights(SHOP, [draft('2026-11-01', '2')], 3);
      expect(await store.insightPeriods(SHOP, 'figures')).toEqual(['2026-11-01', '2026-11-02']);
      expect(await store.insightResult(SHOP, 'figures', '2026-11-01')).toMatchObject({ body: '2', version: 3 });
    });

    it('is of its own site, kind and time', async () => {
      const { store } = stage();
      await store.saveInsights(
        SHOP,
        [draft('2026-11-01', '1'), draft('2026-11-05', '5'), draft('2026-11-01', 'l', 'load')],
        1,
      );
      await store.saveInsights(BAKERY, [draft('2026-11-01', 'b')], 1);
      const bodies = async (site: string, kind: string, from: string, to: string) =>
        (await store.insightResults(site, kind, { from, to })).map(({ body }) => body);
      expect(await bodies(SHOP, 'figures', '2026-11-01', '2026-11-04')).toEqual(['1']);
      expect(await bodies(SHOP, 'load', '2026-11-01', '2026-11-04')).toEqual(['l']);
      expect(await bodies(BAKERY, 'figures', '0000', '9999')).toEqual(['b']);
      expect(await store.insightResult(BAKERY, 'load', '2026-11-01')).toBeNull();
      expect(await store.insightPeriods(SHOP, 'figures')).toEqual(['2026-11-01', '2026-11-05']);
      expect(await store.insightPeriods(BAKERY, 'load')).toEqual([]);
    });

    it('says how far it is, site by site', async () => {
      const { store } = stage();
      const run = { lastDay: '2026-11-01', model: 'm1', readAt: 3, endedAt: 5 };
      expect(await store.insightRun(SHOP)).toBeNull();
      await store.noteInsightRun(SHOP, run);
      await store.noteInsightRun(SHOP, { ...run, lastDay: '2026-11-02' });
      expect(await store.insightRun(SHOP)).toEqual({ ...run, lastDay: '2026-11-02' });
      expect(await store.insightRun(BAKERY)).toBeNull();
      const next = { ...run, lastDay: '2026-11-03' };
      await store.saveInsights(SHOP, [draft('2026-11-03', '3')], 1, next);
      expect(await store.insightRun(SHOP)).toEqual(next);
    });
  });
};
