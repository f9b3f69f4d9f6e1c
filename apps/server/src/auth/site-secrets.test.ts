import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SiteSecrets } from './site-secrets.ts';

describe('the secrets of sites', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'solodesk-secrets-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('are made at their first use, differ, and stay over a restart', () => {
    const secrets = new SiteSecrets(dataDir);
    const shop = secrets.identitySecret('shop');
    expect(shop).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.identitySecret('other')).not.toBe(shop);
    expect(new SiteSecrets(dataDir).identitySecret('shop')).toBe(shop);
  });

  it('lie in files of their own that nobody else may read', async () => {
    new SiteSecrets(dataDir).identitySecret('shop');
    expect(await readdir(join(dataDir, 'secrets'))).toEqual(['shop.identity']);
    expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'secrets/shop.identity'))).mode & 0o777).toBe(0o600);
  });

  it('may be set by hand, but not to next to nothing', async () => {
    new SiteSecrets(dataDir).identitySecret('shop');
    const file = join(dataDir, 'secrets/shop.identity');
    await writeFile(file, `${'s'.repeat(40)}\n`);
    expect(new SiteSecrets(dataDir).identitySecret('shop')).toBe('s'.repeat(40));
    await writeFile(file, '');
    expect(() => new SiteSecrets(dataDir).identitySecret('shop')).toThrow('shop.identity');
    await chmod(file, 0o600);
    expect(await readFile(file, 'utf8')).toBe('');
  });
});
