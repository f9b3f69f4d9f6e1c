import type { KnownProblem } from '../../domain/problem/known-problem.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const problem = (id: string, change: Partial<KnownProblem> = {}): KnownProblem => ({
  id,
  site: SHOP,
  createdAt: 1_000,
  text: { en: 'Payment fails.', zh: '付款失败。' },
  words: ['payment fail*', '付款 失败'],
  fixedAt: null,
  fixedText: {},
  ...change,
});
const waiter = (visitorKey: number, email: string | null = null) => ({
  visitorKey,
  email,
  locale: 'zh' as const,
  at: 2,
});
const fixed = { fixedAt: 5_000, fixedText: { en: 'It works again.' } };

export const problemContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a known problem', () => {
    it('is listed by its site as it was written, those that last first', async () => {
      const { store } = stage();
      for (const id of ['a', 'b', 'c']) await store.addProblem(problem(id));
      await store.addProblem(problem('d', { site: BAKERY }));
      expect(await store.fixProblem(SHOP, 'c', fixed)).toBe(true);
      expect(await store.problems(SHOP, 10)).toEqual([
        { problem: problem('b'), waiting: 0 },
        { problem: problem('a'), waiting: 0 },
        { problem: problem('c', fixed), waiting: 0 },
      ]);
      expect(await store.problems(SHOP, 1)).toHaveLength(1);
      expect(await store.problems('elsewhere', 10)).toEqual([]);
    });

    it('is fixed once, by its own site', async () => {
      const { store } = stage();
      await store.addProblem(problem('a'));
      expect(await store.fixProblem(BAKERY, 'a', fixed)).toBe(false);
      expect(await store.fixProblem(SHOP, 'a', fixed)).toBe(true);
      expect(await store.fixProblem(SHOP, 'a', fixed)).toBe(false);
    });

    it('is awaited once by each visitor, with the address that was given last, until it is fixed', async () => {
      const { store } = stage();
      await store.addProblem(problem('a'));
      expect(await store.awaitFix(SHOP, 'a', waiter(1))).toBe(true);
      expect(await store.awaitFix(SHOP, 'a', waiter(1, 'a@b.example'))).toBe(true);
      expect(await store.awaitFix(SHOP, 'a', waiter(2))).toBe(true);
      expect(await store.awaitFix(BAKERY, 'a', waiter(3))).toBe(false);
      expect((await store.problems(SHOP, 10))[0]?.waiting).toBe(2);
      await store.fixProblem(SHOP, 'a', fixed);
      expect(await store.awaitFix(SHOP, 'a', waiter(4))).toBe(false);
    });

    it('has waiters to tell once it is fixed, until each is told', async () => {
      const { store } = stage();
      await store.addProblem(problem('a'));
      await store.awaitFix(SHOP, 'a', waiter(1, 'a@b.example'));
      await store.awaitFix(SHOP, 'a', waiter(2));
      expect(await store.untoldWaiters(10)).toEqual([]);
      await store.fixProblem(SHOP, 'a', fixed);
      expect(await store.untoldWaiters(10)).toEqual([
        { visitorKey: 1, email: 'a@b.example', locale: 'zh', problem: problem('a', fixed) },
        { visitorKey: 2, email: null, locale: 'zh', problem: problem('a', fixed) },
      ]);
      await store.markTold(BAKERY, 'a', 1, 6_000);
      expect(await store.untoldWaiters(1)).toHaveLength(1);
      await store.markTold(SHOP, 'a', 1, 6_000);
      expect((await store.untoldWaiters(10)).map(({ visitorKey }) => visitorKey)).toEqual([2]);
    });
  });
};
