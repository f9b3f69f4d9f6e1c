import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { besideServer } from '../testing/beside-server.ts';
import type { BesideServer } from '../testing/beside-server.ts';

describe('solodesk key', () => {
  let at: BesideServer;

  beforeEach(async () => {
    at = await besideServer();
  });
  afterEach(() => at.remove());

  it('makes a key that a running server knows, shows its secret once, and revokes it', async () => {
    await at.solodesk('key', 'add', '--name', 'Web shop', '--scope', 'orders:write', 'products:write');
    const secret = /^ {2}(solodesk_[\w-]{43})$/m.exec(at.printed[0]!)![1]!;
    const hash = createHash('sha256').update(secret).digest('base64url');
    const key = await at.server.findApiKey(hash);
    expect(key).toMatchObject({ site: 'bakery', name: 'Web shop', scopes: ['products:write', 'orders:write'] });
    await at.solodesk('key', 'list');
    expect(at.printed[1]).toContain(
      `${key!.id}  Web shop  ${secret.slice(0, 13)}…  products:write orders:write  made `,
    );
    expect(at.printed[1]).not.toContain(secret);
    await at.solodesk('key', 'revoke', key!.id);
    expect(await at.server.findApiKey(hash)).toBeNull();
    await expect(at.solodesk('key', 'revoke', key!.id)).rejects.toThrow('has no key');
    await at.solodesk('key', 'list', '--json');
    expect(JSON.parse(at.printed.at(-1)!)).toMatchObject([{ id: key!.id, revokedAt: expect.any(Number) }]);
  });

  it('refuses a scope that there is not, and a key without any', async () => {
    await expect(at.solodesk('key', 'add', '--name', 'x', '--scope', 'all')).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
    await expect(at.solodesk('key', 'add', '--name', 'x')).rejects.toMatchObject({
      code: 'commander.missingMandatoryOptionValue',
    });
    expect(await at.server.apiKeys('bakery')).toEqual([]);
  });
});
