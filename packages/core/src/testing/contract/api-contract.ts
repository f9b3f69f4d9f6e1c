import type { RepeatableRequest } from '../../ports/api-store.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const key = {
  site: SHOP,
  id: 'k1',
  name: 'Web shop',
  hint: 'solodesk_abcd',
  scopes: ['orders:write'] as const,
  createdAt: 1,
};
const times = { leaseMs: 60_000, keepMs: 86_400_000 };
const request = (change: Partial<RepeatableRequest> = {}): RepeatableRequest => ({
  ...{ site: SHOP, apiKey: 'k1', key: 'i1', digest: 'd1', at: 1_000 },
  ...change,
});

export const apiContract: Contract = ({ describe, it, expect }, stage) => {
  describe('an API key', () => {
    it('is found by the hash of its secret until it is revoked', async () => {
      const { store } = stage();
      const made = await store.addApiKey(key, 'hash-1');
      expect(made).toEqual({ ...key, lastUsedAt: null, revokedAt: null });
      expect(await store.findApiKey('hash-1')).toEqual(made);
      expect(await store.findApiKey('hash-2')).toBeNull();
      await store.markApiKeyUsed(SHOP, 'k1', 5);
      expect((await store.findApiKey('hash-1'))?.lastUsedAt).toBe(5);
      expect(await store.revokeApiKey(BAKERY, 'k1', 9)).toBe(false);
      expect([await store.revokeApiKey(SHOP, 'k1', 9), await store.revokeApiKey(SHOP, 'k1', 10)]).toEqual([
        true,
        false,
      ]);
      expect(await store.findApiKey('hash-1')).toBeNull();
      expect(await store.apiKeys(SHOP)).toEqual([{ ...made, lastUsedAt: 5, revokedAt: 9 }]);
    });

    it("is its site's, and listed newest first", async () => {
      const { store } = stage();
      await store.addApiKey(key, 'hash-1');
      await store.addApiKey({ ...key, id: 'k2', createdAt: 2 }, 'hash-2');
      await store.addApiKey({ ...key, site: BAKERY }, 'hash-3');
      expect((await store.apiKeys(SHOP)).map(({ id }) => id)).toEqual(['k2', 'k1']);
      expect((await store.findApiKey('hash-3'))?.site).toBe(BAKERY);
      expect(await store.apiKeys('no-such-site')).toEqual([]);
      await expect(store.addApiKey(key, 'hash-4')).rejects.toMatchObject({ kind: 'conflict' });
    });
  });

  describe('a request that may be repeated', () => {
    it('is done by whoever comes first, and answered to the others', async () => {
      const { store } = stage();
      const claims = await Promise.all([1, 2, 3].map(() => store.claimRequest(request(), times)));
      expect(claims.map(({ kind }) => kind)).toEqual(['mine', 'under_way', 'under_way']);
      const answer = { status: 200, body: '{"a":1}' };
      await store.settleRequest(request(), answer);
      expect(await store.claimRequest(request({ at: 2_000 }), times)).toEqual({ kind: 'answered', answer });
    });

    it('is not another one of the same key', async () => {
      const { store } = stage();
      await store.claimRequest(request(), times);
      expect(await store.claimRequest(request({ digest: 'd2' }), times)).toEqual({ kind: 'another' });
      for (const change of [{ key: 'i2' }, { apiKey: 'k2' }, { site: BAKERY }])
        expect(await store.claimRequest(request(change), times)).toEqual({ kind: 'mine' });
    });

    it('is anybody’s again when it was let go, or its process died, or its answer is old', async () => {
      const { store } = stage();
      await store.claimRequest(request(), times);
      await store.letGoOfRequest(request());
      expect((await store.claimRequest(request({ at: 1_001 }), times)).kind).toBe('mine');
      expect((await store.claimRequest(request({ at: 1_001 + 59_999 }), times)).kind).toBe('under_way');
      expect((await store.claimRequest(request({ at: 1_001 + 60_000 }), times)).kind).toBe('mine');
      await store.settleRequest(request(), { status: 200, body: '{}' });
      await store.letGoOfRequest(request());
      expect((await store.claimRequest(request({ at: 86_400_000 }), times)).kind).toBe('answered');
      expect((await store.claimRequest(request({ at: 61_001 + 86_400_000 }), times)).kind).toBe('mine');
    });
  });
};
