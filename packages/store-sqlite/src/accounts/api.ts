import { DeskError } from '@solodesk/core';
import type { ApiKey, ApiScope, ApiStore, RepeatableRequest } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';

interface KeyRow extends Omit<ApiKey, 'site' | 'scopes'> {
  site: number;
  scopes: string;
}

interface RequestRow {
  digest: string;
  at: number;
  status: number | null;
  body: string | null;
}

const COLUMNS = `site, id, name, hint, scopes, created_at AS createdAt, last_used_at AS lastUsedAt, revoked_at AS revokedAt`;
/** Old answers that one claim clears away. */
const CLEARED = 100;

export function createApiStore(db: Database, group: GroupCommit, sites: SiteKeys): ApiStore {
  const statements = prepare(db);
  const toKey = ({ site, scopes, ...row }: KeyRow): ApiKey => ({
    ...row,
    site: sites.idOf(site),
    scopes: scopes.split(' ') as ApiScope[],
  });
  const place = ({ site, apiKey, key }: RepeatableRequest): [number, string, string] => [sites.make(site), apiKey, key];

  return {
    addApiKey: (key, hash) =>
      group.write(() => {
        const { changes } = statements.insert.run({
          ...key,
          site: sites.make(key.site),
          hash,
          scopes: key.scopes.join(' '),
        });
        if (changes === 0) throw new DeskError('conflict', 'there is a key with this id');
        return { ...key, lastUsedAt: null, revokedAt: null };
      }),
    findApiKey: (hash) =>
      reading(() => {
        const row = statements.byHash.get(hash);
        return row === undefined ? null : toKey(row);
      }),
    apiKeys: (site) => reading(() => statements.list.all(sites.find(site) ?? 0).map(toKey)),
    revokeApiKey: (site, id, at) => group.write(() => statements.revoke.run(at, sites.find(site) ?? 0, id).changes > 0),
    markApiKeyUsed: (site, id, at) => group.write(() => void statements.used.run(at, sites.find(site) ?? 0, id)),

    claimRequest: (request, { leaseMs, keepMs }) =>
      group.write(() => {
        const { digest, at } = request;
        statements.clear.run(at - keepMs, CLEARED);
        const known = statements.request.get(...place(request));
        if (known === undefined || at - known.at >= (known.status === null ? leaseMs : keepMs)) {
          statements.claim.run(...place(request), digest, at);
          return { kind: 'mine' };
        }
        if (known.digest !== digest) return { kind: 'another' };
        if (known.status === null) return { kind: 'under_way' };
        return { kind: 'answered', answer: { status: known.status, body: known.body ?? '' } };
      }),
    settleRequest: (request, { status, body }) =>
      group.write(() => void statements.settle.run(status, body, ...place(request))),
    letGoOfRequest: (request) => group.write(() => void statements.letGo.run(...place(request))),
  };
}

function prepare(db: Database) {
  const wherePlace = 'WHERE site = ? AND api_key = ? AND key = ?';
  return {
    insert: db.prepare(
      `INSERT INTO api_key (site, id, hash, name, hint, scopes, created_at)
       VALUES (@site, @id, @hash, @name, @hint, @scopes, @createdAt) ON CONFLICT (site, id) DO NOTHING`,
    ),
    byHash: db.prepare<[string], KeyRow>(`SELECT ${COLUMNS} FROM api_key WHERE hash = ? AND revoked_at IS NULL`),
    list: db.prepare<[number], KeyRow>(`SELECT ${COLUMNS} FROM api_key WHERE site = ? ORDER BY key DESC`),
    revoke: db.prepare<[number, number, string]>(
      'UPDATE api_key SET revoked_at = ? WHERE site = ? AND id = ? AND revoked_at IS NULL',
    ),
    used: db.prepare<[number, number, string]>('UPDATE api_key SET last_used_at = ? WHERE site = ? AND id = ?'),
    clear: db.prepare<[number, number]>(
      `DELETE FROM api_request WHERE (site, api_key, key) IN
         (SELECT site, api_key, key FROM api_request WHERE at <= ? LIMIT ?)`,
    ),
    request: db.prepare<[number, string, string], RequestRow>(
      `SELECT digest, at, status, body FROM api_request ${wherePlace}`,
    ),
    claim: db.prepare<[number, string, string, string, number]>(
      `INSERT INTO api_request (site, api_key, key, digest, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (site, api_key, key)
       DO UPDATE SET digest = excluded.digest, at = excluded.at, status = NULL, body = NULL`,
    ),
    settle: db.prepare<[number, string, number, string, string]>(
      `UPDATE api_request SET status = ?, body = ? ${wherePlace}`,
    ),
    letGo: db.prepare<[number, string, string]>(`DELETE FROM api_request ${wherePlace} AND status IS NULL`),
  };
}
