import type { Contract } from './contract.ts';

export const secondFactorContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a second factor', () => {
    const confirmed = { at: 900, step: 30, codeHashes: ['a', 'b', 'c'] };
    const turnOn = async (accountKey = 1) => {
      await stage().store.beginSecondFactor(accountKey, 'sealed');
      await stage().store.confirmSecondFactor(accountKey, confirmed);
    };

    it('is asked for once it was confirmed, and may be begun again until then', async () => {
      const { store } = stage();
      expect(await store.secondFactor(1)).toBeNull();
      expect(await store.confirmSecondFactor(1, confirmed)).toBe(false);
      expect(await store.beginSecondFactor(1, 'first')).toBe(true);
      expect(await store.beginSecondFactor(1, 'sealed')).toBe(true);
      expect(await store.secondFactor(1)).toEqual({ secret: 'sealed', since: null, lastStep: 0, codesLeft: 0 });
      expect(await store.useStep(1, 31)).toBe(false);
      expect(await store.confirmSecondFactor(1, confirmed)).toBe(true);
      expect(await store.confirmSecondFactor(1, { ...confirmed, codeHashes: [] })).toBe(false);
      expect(await store.beginSecondFactor(1, 'another')).toBe(false);
      expect(await store.secondFactor(1)).toEqual({ secret: 'sealed', since: 900, lastStep: 30, codesLeft: 3 });
      expect(await store.secondFactor(2)).toBeNull();
    });

    it('takes each step once, and none before one that was taken', async () => {
      const { store } = stage();
      await turnOn();
      const tries = await Promise.all([1, 2, 3].map(() => store.useStep(1, 32)));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await store.useStep(1, 31)).toBe(false);
      expect(await store.useStep(1, 33)).toBe(true);
      expect(await store.useStep(2, 34)).toBe(false);
    });

    it('has recovery codes that work once, for their own account, until there are new ones', async () => {
      const { store } = stage();
      await turnOn();
      await turnOn(2);
      const tries = await Promise.all([1, 2, 3].map(() => store.useRecoveryCode(1, 'a')));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await store.useRecoveryCode(1, 'x')).toBe(false);
      expect(await store.useRecoveryCode(3, 'b')).toBe(false);
      expect((await store.secondFactor(1))?.codesLeft).toBe(2);
      expect((await store.secondFactor(2))?.codesLeft).toBe(3);
      await store.replaceRecoveryCodes(1, ['d']);
      await store.replaceRecoveryCodes(3, ['d']);
      expect(await store.useRecoveryCode(1, 'b')).toBe(false);
      expect(await store.useRecoveryCode(3, 'd')).toBe(false);
      expect(await store.useRecoveryCode(1, 'd')).toBe(true);
    });

    it('is gone with its codes when it is removed', async () => {
      const { store } = stage();
      await turnOn();
      await store.removeSecondFactor(1);
      expect(await store.secondFactor(1)).toBeNull();
      expect(await store.useRecoveryCode(1, 'a')).toBe(false);
      expect(await store.beginSecondFactor(1, 'new')).toBe(true);
    });
  });
};
