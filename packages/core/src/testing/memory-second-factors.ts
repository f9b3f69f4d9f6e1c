import type { SecondFactorStore } from '../ports/second-factor-store.ts';

interface Kept {
  secret: string;
  since: number | null;
  lastStep: number;
  codes: Set<string>;
}

export function createMemorySecondFactors(): SecondFactorStore {
  const factors = new Map<number, Kept>();
  return {
    async secondFactor(accountKey) {
      const kept = factors.get(accountKey);
      if (kept === undefined) return null;
      const { codes, ...factor } = kept;
      return { ...factor, codesLeft: codes.size };
    },
    async beginSecondFactor(accountKey, secret) {
      if ((factors.get(accountKey)?.since ?? null) !== null) return false;
      factors.set(accountKey, { secret, since: null, lastStep: 0, codes: new Set() });
      return true;
    },
    async confirmSecondFactor(accountKey, { at, step, codeHashes }) {
      const kept = factors.get(accountKey);
      if (kept === undefined || kept.since !== null) return false;
      factors.set(accountKey, { ...kept, since: at, lastStep: step, codes: new Set(codeHashes) });
      return true;
    },
    async useStep(accountKey, step) {
      const kept = factors.get(accountKey);
      if (kept === undefined || kept.since === null || kept.lastStep >= step) return false;
      kept.lastStep = step;
      return true;
    },
    useRecoveryCode: async (accountKey, codeHash) => factors.get(accountKey)?.codes.delete(codeHash) ?? false,
    async replaceRecoveryCodes(accountKey, codeHashes) {
      const kept = factors.get(accountKey);
      if (kept !== undefined) kept.codes = new Set(codeHashes);
    },
    async removeSecondFactor(accountKey) {
      factors.delete(accountKey);
    },
  };
}
