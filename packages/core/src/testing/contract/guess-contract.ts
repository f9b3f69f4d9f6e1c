import type { Guess } from '../../ports/guess-store.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const HOUR = 3_600_000;

export const guessContract: Contract = ({ describe, it, expect }, stage) => {
  const guess = (id: string, at = 0, keys = ['visitor:1']): Guess => ({
    ...{ id, at },
    buckets: keys.map((key) => ({ key, burst: 2, perHour: 1 })),
  });
  const spend = (...of: Parameters<typeof guess>) => stage().store.spendGuess(SHOP, guess(...of));

  describe('guesses', () => {
    it('run out, and come back with time', async () => {
      expect([await spend('a'), await spend('b'), await spend('c')]).toEqual([true, true, false]);
      expect(await spend('d', HOUR - 1)).toBe(false);
      expect([await spend('e', HOUR), await spend('f', HOUR)]).toEqual([true, false]);
      // However long nobody guesses, there are never more than at first.
      expect([await spend('g', HOUR * 99), await spend('h', HOUR * 99), await spend('i', HOUR * 99)]).toEqual([
        true,
        true,
        false,
      ]);
    });

    it('are taken from all buckets or from none', async () => {
      await spend('a', 0, ['order:1']);
      await spend('b', 0, ['order:1']);
      expect(await spend('c', 0, ['visitor:1', 'order:1'])).toBe(false);
      expect([await spend('d'), await spend('e'), await spend('f')]).toEqual([true, true, false]);
    });

    it('count once when they are repeated', async () => {
      expect([await spend('a'), await spend('a'), await spend('a'), await spend('b')]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(await spend('c')).toBe(false);
    });

    it('are given back once', async () => {
      await spend('a');
      await spend('b');
      await stage().store.returnGuess(SHOP, guess('b'));
      await stage().store.returnGuess(SHOP, guess('b'));
      expect([await spend('c'), await spend('d')]).toEqual([true, false]);
    });

    it('of many at once are no more than there are', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, (_, n) => spend(`g${n}`)));
      expect(all.filter((allowed) => allowed)).toHaveLength(2);
    });

    it('belong to their site', async () => {
      await spend('a');
      await spend('b');
      expect(await stage().store.spendGuess(BAKERY, guess('c'))).toBe(true);
    });
  });
};
