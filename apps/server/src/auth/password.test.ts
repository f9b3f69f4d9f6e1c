import { describe, expect, it } from '@jest/globals';
import { hashPassword, NOBODYS_HASH, verifyPassword } from './password.ts';

describe('passwords', () => {
  it('are kept as scrypt with a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('a quiet lamp'), hashPassword('a quiet lamp')]);
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(other).not.toBe(one);
    expect(await verifyPassword('a quiet lamp', one)).toBe(true);
    expect(await verifyPassword('a loud lamp', one)).toBe(false);
  });

  it("match neither nobody's hash nor one that is not ours", async () => {
    expect(await verifyPassword('', NOBODYS_HASH)).toBe(false);
    expect(await verifyPassword('x', '')).toBe(false);
    expect(await verifyPassword('x', '$argon2id$v=19$m=1,t=1,p=1$AA$AA')).toBe(false);
  });
});
