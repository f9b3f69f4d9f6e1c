import { remarkOfFeedback } from '../../domain/theme/remark.ts';
import type { ThemeNews } from '../../domain/theme/theme-mark.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const first = (theme: string) => ({ theme, since: '2026-11-20', anchor: [4, 9], label: 'late parcel' });
const blank = { name: null, pinned: false, mergedInto: null, fixed: null };
const news = (id: string, change: Partial<ThemeNews> = {}): ThemeNews => ({
  ...{ id, site: SHOP, theme: '3.a', label: 'late parcel', text: { en: 'We changed couriers.' }, events: [3, 5] },
  ...{ plannedAt: 100, dueAt: 200, state: 'planned', people: 0 },
  ...change,
});

export const themeContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a theme', () => {
    it('keeps how it was first known, and what the owner said of it last, site by site', async () => {
      const { store } = stage();
      await store.markTheme(SHOP, first('3.a'), { name: 'Couriers', pinned: true });
      await store.markTheme(SHOP, first('3.b'), { mergedInto: '3.a' });
      const later = { ...first('3.a'), since: '2026-12-01', label: 'other', anchor: [] };
      await store.markTheme(SHOP, later, { name: null, fixed: { at: 7, event: 12 } });
      await store.markTheme(BAKERY, first('3.a'), {});
      expect(await store.themeMarks(SHOP)).toEqual([
        { ...first('3.a'), ...blank, pinned: true, fixed: { at: 7, event: 12 } },
        { ...first('3.b'), ...blank, mergedInto: '3.a' },
      ]);
      await store.markTheme(SHOP, first('3.a'), { fixed: null });
      expect((await store.themeMarks(SHOP))[0]?.fixed).toBeNull();
      expect(await store.themeMarks(BAKERY)).toEqual([{ ...first('3.a'), ...blank }]);
      expect(await store.themeMarks('elsewhere')).toEqual([]);
    });

    it('was raised by people: each once, the last first, nobody who is blocked and nobody of another site', async () => {
      const { store, visitor, says } = bound(stage());
      const [ann, bob, eve] = [await visitor(SHOP), await visitor(SHOP), await visitor(SHOP)];
      const baker = await visitor(BAKERY);
      const events: number[] = [];
      for (const one of [ann, bob, ann, eve, baker]) {
        events.push((await says(one)).events[0]!.id);
      }
      await store.updateVisitor(eve.key, { blocked: 'blocked' });
      const found = await store.raisers(SHOP, [...events, 10_000, events[0]!]);
      expect(found.map(({ visitorKey, event }) => [visitorKey, event])).toEqual([
        [ann.key, events[2]],
        [bob.key, events[1]],
      ]);
      expect(found[0]).toMatchObject({ contact: null, name: null, email: null, locale: 'en', at: 1_000 });
      expect(await store.raisers(SHOP, [])).toEqual([]);
    });

    it('was raised by customers elsewhere too, once they have written here', async () => {
      const { store, visitor, says, write } = bound(stage());
      const ann = await visitor(SHOP);
      await says(ann);
      await store.saveContacts(
        [
          { id: 'u-1', name: 'Ann', email: 'ann@one.example' },
          { id: 'u-2', email: 'bob@one.example' },
        ],
        write(),
      );
      await store.linkVerifiedVisitor(ann.key, 'u-1', write());
      const said = {
        source: 'forum',
        text: 'late',
        locale: 'en',
        mood: 'negative',
        score: -1,
        category: 'delivery',
      } as const;
      const saved = await store.saveFeedback(
        [
          { ...said, id: '1', email: 'ann@one.example', at: 7 },
          { ...said, id: '2', email: 'bob@one.example' },
          { ...said, id: '3' },
        ],
        write(),
      );
      const remarks = saved.map(({ record }) => remarkOfFeedback(record.key));
      expect(await store.raisers(SHOP, remarks)).toMatchObject([
        { visitorKey: ann.key, name: 'Ann', email: 'ann@one.example', event: remarks[0], at: 7 },
      ]);
      expect(await store.raisers(BAKERY, remarks)).toEqual([]);
      await store.updateVisitor(ann.key, { blocked: 'blocked' });
      expect(await store.raisers(SHOP, remarks)).toEqual([]);
    });

    it('was raised by one person who wrote from two browsers, and by nobody who is blocked in one of them', async () => {
      const { store, visitor, says, write } = bound(stage());
      const [phone, desk, other] = [await visitor(SHOP), await visitor(SHOP), await visitor(SHOP)];
      const events: number[] = [];
      for (const one of [phone, desk, other]) events.push((await says(one)).events[0]!.id);
      await store.saveContacts([{ id: 'u-1', name: 'Ann', email: 'ann@one.example' }], write());
      await store.linkVerifiedVisitor(phone.key, 'u-1', write());
      await store.linkVerifiedVisitor(desk.key, 'u-1', write());
      // Somebody who says to have the same address gets no second mail there.
      await store.noteVisitorContact(other.key, { email: 'ann@one.example' }, write());
      const found = await store.raisers(SHOP, events.slice(0, 2));
      expect(found.map(({ visitorKey, name, email }) => [visitorKey, name, email])).toEqual([
        [desk.key, 'Ann', 'ann@one.example'],
      ]);
      expect(await store.raisers(SHOP, events)).toHaveLength(1);
      await store.updateVisitor(phone.key, { blocked: 'spam' });
      expect(await store.raisers(SHOP, events.slice(0, 2))).toEqual([]);
    });
  });

  describe('what is told of a fixed theme', () => {
    it('is due when its time has come, and can be taken back until it was told', async () => {
      const { store } = stage();
      await store.planThemeNews(news('n-1'));
      await store.planThemeNews(news('n-2', { dueAt: 300 }));
      await store.planThemeNews(news('n-3', { site: BAKERY, dueAt: 201 }));
      expect(await store.dueThemeNews(199)).toEqual([]);
      expect((await store.dueThemeNews(201)).map(({ id }) => id)).toEqual(['n-1', 'n-3']);
      expect(await store.takeBackThemeNews(BAKERY, 'n-1')).toBe(false);
      expect(await store.takeBackThemeNews(SHOP, 'n-1')).toBe(true);
      expect(await store.takeBackThemeNews(SHOP, 'n-1')).toBe(false);
      expect((await store.dueThemeNews(500)).map(({ id }) => id)).toEqual(['n-3', 'n-2']);
      expect(await store.themeNews(SHOP)).toEqual([news('n-2', { dueAt: 300 }), news('n-1', { state: 'taken_back' })]);
    });

    it('becomes a fixed problem with all who wait for it, once, and never after it was taken back', async () => {
      const { store } = stage();
      const problem = (id: string) => ({
        ...{ id, site: SHOP, createdAt: 100, text: { en: 'late parcel' }, words: [], fixedAt: 200 },
        fixedText: { en: 'We changed couriers.' },
      });
      const waiters = [{ visitorKey: 3, email: 'ann@one.example', locale: 'en' as const, at: 200 }];
      await store.planThemeNews(news('n-1'));
      await store.planThemeNews(news('n-2'));
      await store.takeBackThemeNews(SHOP, 'n-2');
      expect(await store.releaseThemeNews(problem('n-1'), waiters)).toBe(true);
      expect(await store.releaseThemeNews(problem('n-1'), waiters)).toBe(false);
      expect(await store.releaseThemeNews(problem('n-2'), waiters)).toBe(false);
      expect(await store.untoldWaiters(10)).toEqual([
        { visitorKey: 3, email: 'ann@one.example', locale: 'en', problem: problem('n-1') },
      ]);
      expect((await store.themeNews(SHOP)).map(({ state, people }) => [state, people])).toEqual([
        ['taken_back', 0],
        ['told', 1],
      ]);
    });

    it('and alerts are remembered by theme and site', async () => {
      const { store } = stage();
      await store.noteThemeAlerts(SHOP, ['3.a', '3.b'], '2026-11-20');
      await store.noteThemeAlerts(SHOP, ['3.b'], '2026-12-20');
      expect([...(await store.themeAlerts(SHOP))]).toEqual([
        ['3.a', '2026-11-20'],
        ['3.b', '2026-12-20'],
      ]);
      expect([...(await store.themeAlerts(BAKERY))]).toEqual([]);
    });
  });
};

const bound = (here: ReturnType<Parameters<Contract>[1]>) => ({
  store: here.store,
  visitor: (site: string) => here.visitor(site),
  write: () => ({ site: SHOP, at: 1, uuid: () => here.uuid(), batch: null }),
  says: (visitor: Awaited<ReturnType<typeof here.visitor>>) => here.says(visitor),
});
