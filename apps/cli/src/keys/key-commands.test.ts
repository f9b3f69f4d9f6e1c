import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '@solodesk/store-sqlite';
import type { SqliteStore } from '@solodesk/store-sqlite';
import { program } from '../program.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

describe('solodesk key', () => {
  let dataDir: string;
  let printed: string[];
  let server: SqliteStore;
  const solodesk = (...args: string[]) =>
    program({ DATA_DIR: dataDir }, (text) => printed.push(text)).parseAsync(['node', 'solodesk', ...args]);

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'solodesk-keys-'));
    printed = [];
    server = await openSqliteStore({ file: join(dataDir, 'solodesk.sqlite'), log: silent });
    await solodesk('site', 'add', 'bakery', '--name', 'Bakery');
    printed = [];
  });
  afterEach(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  });

  it('makes a key that a running server knows, shows its secret once, and revokes it', async () => {
    await solodesk('key', 'add', '--name', 'Web shop', '--scope', 'orders:write', 'products:write');
    const secret = /^ {2}(solodesk_[\w-]{43})$/m.exec(printed[0]!)![1]!;
    const hash = createHash('sha256').update(secret).digest('base64url');
    const key = await server.findApiKey(hash);
    expect(key).toMatchObject({ site: 'bakery', name: 'Web shop', scopes: ['products:write', 'orders:write'] });
    await solodesk('key', 'list');
    expect(printed[1]).toContain(`${key!.id}  Web shop  ${secret.slice(0, 13)}…  products:write orders:write  made `);
    expect(printed[1]).not.toContain(secret);
    await solodesk('key', 'revoke', key!.id);
    expect(await server.findApiKey(hash)).toBeNull();
    await expect(solodesk('key', 'revoke', key!.id)).rejects.toThrow('has no key');
    await solodesk('key', 'list', '--json');
    expect(JSON.parse(printed.at(-1)!)).toMatchObject([{ id: key!.id, revokedAt: expect.any(Number) }]);
  });

  it('refuses a scope that there is not, and a key without any', async () => {
    await expect(solodesk('key', 'add', '--name', 'x', '--scope', 'all')).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
    await expect(solodesk('key', 'add', '--name', 'x')).rejects.toMatchObject({
      code: 'commander.missingMandatoryOptionValue',
    });
    expect(await server.apiKeys('bakery')).toEqual([]);
  });
});
