import type { ApiKey } from '../domain/api-key.ts';
import { DeskError } from '../domain/desk-error.ts';
import type { ApiStore, RepeatableRequest, StoredAnswer } from '../ports/api-store.ts';

interface Claimed {
  request: RepeatableRequest;
  answer: StoredAnswer | null;
}

export function createMemoryApi(): ApiStore {
  const keys: { key: ApiKey; hash: string }[] = [];
  const claims = new Map<string, Claimed>();
  const nameOf = ({ site, apiKey, key }: RepeatableRequest) => JSON.stringify([site, apiKey, key]);
  const find = (site: string, id: string) => keys.find(({ key }) => key.site === site && key.id === id);

  return {
    async addApiKey(key, hash) {
      if (find(key.site, key.id) !== undefined) throw new DeskError('conflict', 'there is a key with this id');
      const made: ApiKey = { ...key, lastUsedAt: null, revokedAt: null };
      keys.push({ key: made, hash });
      return made;
    },
    findApiKey: async (hash) => keys.find((row) => row.hash === hash && row.key.revokedAt === null)?.key ?? null,
    apiKeys: async (site) =>
      keys
        .map(({ key }) => key)
        .filter((key) => key.site === site)
        .reverse(),
    async revokeApiKey(site, id, at) {
      const row = find(site, id);
      if (row === undefined || row.key.revokedAt !== null) return false;
      row.key = { ...row.key, revokedAt: at };
      return true;
    },
    async markApiKeyUsed(site, id, at) {
      const row = find(site, id);
      if (row !== undefined) row.key = { ...row.key, lastUsedAt: at };
    },
    async claimRequest(request, { leaseMs, keepMs }) {
      const name = nameOf(request);
      const known = claims.get(name);
      const age = known === undefined ? Infinity : request.at - known.request.at;
      if (known === undefined || age >= (known.answer === null ? leaseMs : keepMs)) {
        claims.set(name, { request, answer: null });
        return { kind: 'mine' };
      }
      if (known.request.digest !== request.digest) return { kind: 'another' };
      return known.answer === null ? { kind: 'under_way' } : { kind: 'answered', answer: known.answer };
    },
    async settleRequest(request, answer) {
      const known = claims.get(nameOf(request));
      if (known !== undefined) known.answer = answer;
    },
    async letGoOfRequest(request) {
      const known = claims.get(nameOf(request));
      if (known?.answer === null) claims.delete(nameOf(request));
    },
  };
}
